import { runUnderFire } from './fire/under-fire.ts';
import { faultsOf, judge } from './teaching/verdict.ts';
import { walls } from './teaching/walls.ts';
import { buildWorld } from './teaching/world.ts';

/**
 * 48 clients at once: tutors of classes take back their yes or say it at last, families say that their child does not come,
 * over HTTP, while the server and its PostgreSQL are killed by kill -9; each press is sent again with the same key until it is
 * answered. Then the database is compared with what people were told: never a child with fewer than two vetted adults, never
 * more than two for each tutor, no free seat while a child waits, each move told once, nothing lost that was acknowledged.
 *
 * 8 days and 6 kills; `--long`: 40 and 30. @returns whether the promise held
 */
export const run = (args: readonly string[]): Promise<boolean> =>
  runUnderFire(
    {
      name: 'classes',
      sizes: {
        short: { sessions: 8, tutors: 16, children: 12, kills: 6, mostSeconds: 180 },
        long: { sessions: 40, tutors: 40, children: 14, kills: 30, mostSeconds: 1_800 },
      },
      ...{ buildWorld, walls, judge, faultsOf },
      ...{ killWithin: 300, clients: 48 },
      says: ({ sessions, kills }, attempts) =>
        `${attempts.length} presses on ${sessions} days, ${attempts.filter(({ kind }) => kind === 'no').length} of them tutors who drop out, ${kills} kills.`,
    },
    args,
  );
