import * as doors from './doors/verdict.ts';
import { walls as wallsOfDoors } from './doors/walls.ts';
import { buildWorld as buildDoors } from './doors/world.ts';
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
const teaching = (args: readonly string[]): Promise<boolean> =>
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

/**
 * Phones at the doors of classes have logged without a network who came and who was handed over to whom. Parts of their logs come
 * late, in any order, nearly everything twice, 24 at once, while the server and its PostgreSQL are killed. Then the log of the house
 * is compared with theirs: no press lost or doubled, none changed, the same children here and gone as all of them say together, and
 * the desk told once of each hand-over to somebody who was not on the list.
 */
const doorsWithoutNetwork = (args: readonly string[]): Promise<boolean> =>
  runUnderFire(
    {
      name: 'classes: doors',
      sizes: {
        short: { sessions: 2, phones: 4, children: 8, presses: 36, kills: 6, mostSeconds: 180 },
        long: { sessions: 6, phones: 6, children: 10, presses: 120, kills: 24, mostSeconds: 1_800 },
      },
      ...{ buildWorld: buildDoors, walls: wallsOfDoors, judge: doors.judge, faultsOf: doors.faultsOf },
      killWithin: 300,
      says: ({ sessions, phones, kills }, attempts) =>
        `${attempts.length} parts of the logs of ${sessions * phones} phones at ${sessions} doors, ${kills} kills.`,
    },
    args,
  );

/** Both, one after the other. With `--sabotage` each must find its own. @returns whether the promises held */
export async function run(args: readonly string[]): Promise<boolean> {
  const held = [await teaching(args), await doorsWithoutNetwork(args)];
  return args.includes('--sabotage') ? held.some(Boolean) : held.every(Boolean);
}
