import { runUnderFire } from './fire/under-fire.ts';
import { faultsOf, judge } from './pairing/verdict.ts';
import { walls } from './pairing/walls.ts';
import { buildWorld } from './pairing/world.ts';

/**
 * Coordinators publish rounds that propose the same people, all at once over HTTP, while these withdraw and the server
 * and its PostgreSQL are killed by kill -9; each press is sent again with the same key until it is answered. Then the
 * database is compared with what people were told: nobody is in more proposals and pairs than they said, no two are
 * proposed to each other twice, nobody who has withdrawn is in one, no round or withdrawal that was acknowledged is lost.
 *
 * 24 rounds and 8 kills; `--long`: 115 and 60. @returns whether the promise held
 */
export const run = (args: readonly string[]): Promise<boolean> =>
  runUnderFire(
    {
      name: 'pairs',
      sizes: {
        short: { wards: 8, people: 12, rivals: 3, kills: 8, mostSeconds: 180 },
        long: { wards: 23, people: 40, rivals: 5, kills: 60, mostSeconds: 3_600 },
      },
      ...{ buildWorld, walls, judge, faultsOf },
      killWithin: 300,
      says({ wards, kills }, attempts) {
        const rounds = attempts.filter(({ kind }) => kind === 'publish').length;
        return `${rounds} rounds of ${wards} wards, ${attempts.length - rounds} withdrawals, ${kills} kills.`;
      },
    },
    args,
  );
