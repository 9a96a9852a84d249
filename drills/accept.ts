import { faultsOf, judge } from './acceptance/verdict.ts';
import { walls } from './acceptance/walls.ts';
import { buildWorld } from './acceptance/world.ts';
import { runUnderFire } from './fire/under-fire.ts';

/**
 * Rival volunteers say yes over HTTP, with their own sessions, while the server and its PostgreSQL are killed by
 * kill -9; each yes is sent again with the same key until it is answered. Then the database is compared with what
 * people were told: no request has two volunteers, no volunteer is in two places, no yes that was acknowledged is
 * lost, every attempt is answered.
 *
 * 300 attempts and 8 kills; `--long`: 10,000 and 200. @returns whether the promise held
 */
export const run = (args: readonly string[]): Promise<boolean> =>
  runUnderFire(
    {
      name: 'accept',
      sizes: {
        short: { requests: 30, rivals: 10, kills: 8, mostSeconds: 120 },
        long: { requests: 500, rivals: 20, kills: 200, mostSeconds: 3_600 },
      },
      ...{ buildWorld, walls, judge, faultsOf },
      killWithin: 200,
      says: ({ requests, rivals, kills }, { length }) =>
        `${requests} requests, each put to ${rivals} volunteers: ${length} rival acceptances, ${kills} kills.`,
    },
    args,
  );
