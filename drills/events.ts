import { runUnderFire } from './fire/under-fire.ts';
import { faultsOf, judge } from './seating/verdict.ts';
import { walls } from './seating/walls.ts';
import { buildWorld } from './seating/world.ts';

/**
 * 64 clients at once register parties for events that are full or nearly so, take and decline what is offered, change and
 * cancel over HTTP, while a coordinator raises and lowers the seats of each event, and the server and its PostgreSQL are
 * killed by kill -9; each press is sent again with the same key until it is answered. Then the database is compared with
 * what people were told: never more seats given than there were, nobody loses theirs by a lowering, nobody twice, nobody who
 * waits is passed over, each step told once, nothing lost that was acknowledged.
 *
 * 8 events and 8 kills; `--long`: 40 and 60. @returns whether the promise held
 */
export const run = (args: readonly string[]): Promise<boolean> =>
  runUnderFire(
    {
      name: 'events',
      sizes: {
        short: { events: 8, people: 44, kills: 8, mostSeconds: 180 },
        long: { events: 40, people: 50, kills: 60, mostSeconds: 3_600 },
      },
      ...{ buildWorld, walls, judge, faultsOf },
      ...{ killWithin: 300, clients: 64 },
      says: ({ events, kills }, attempts) =>
        `${attempts.length} presses at ${events} events, ${attempts.filter(({ kind }) => kind === 'seating').length} of them other numbers of seats, ${kills} kills.`,
    },
    args,
  );
