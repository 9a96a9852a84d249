import { stripeDouble, WEBHOOK_SECRET } from '../test/support/stripe-double.ts';
import { runUnderFire } from './fire/under-fire.ts';
import { faultsOf, judge } from './paying/verdict.ts';
import { walls } from './paying/walls.ts';
import { buildWorld } from './paying/world.ts';

/**
 * The payment provider tells of charges, fees, refunds that hold or fail, and disputes that are lost or won: each event one
 * to five times, in any order, 24 at once, while the server and its PostgreSQL are killed by kill -9. Then the books are
 * compared with the provider's own: each account to the yen, one gift, one mail of thanks and one receipt for each charge.
 *
 * 120 charges and 6 kills; `--long`: 10,000 events and 20 kills. @returns whether the promise held
 */
export async function run(args: readonly string[]): Promise<boolean> {
  const double = await stripeDouble();
  try {
    return await runUnderFire(
      {
        name: 'payments',
        sizes: {
          short: { charges: 120, kills: 6, mostSeconds: 180 },
          long: { charges: 2_100, kills: 20, mostSeconds: 3_600 },
        },
        environment: {
          ...{ STRIPE_SECRET_KEY: 'sk_test_double', STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET },
          STRIPE_ADDRESS: double.address,
        },
        buildWorld: (directory, world) => buildWorld(directory, world, double),
        ...{ walls, judge, faultsOf },
        killWithin: 300,
        says({ charges, kills }, attempts) {
          const events = new Set(attempts.map(({ key }) => key)).size;
          return `${charges} charges, ${events} events about them delivered ${attempts.length} times, ${kills} kills.`;
        },
      },
      args,
    );
  } finally {
    double.close();
  }
}
