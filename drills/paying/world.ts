import { insertDonor } from '../../src/modules/giving/donors/store.ts';
import { insertPledge } from '../../src/modules/giving/pledges/store.ts';
import { FUNDS } from '../../src/modules/giving/types.ts';
import type { Connection } from '../../src/platform/database/connect.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { eventOf, type StripeDouble, signed } from '../../test/support/stripe-double.ts';
import { randomFrom } from '../acceptance/world.ts';
import type { Press } from '../fire/presses.ts';
import { filled } from '../fire/program.ts';
import { answerFor, Charge } from './truth.ts';

/** One delivery of an event about a charge. */
export interface Attempt extends Press {
  readonly charge: Charge;
}

interface World {
  readonly charges: number;
  readonly seed: number;
}

/** Each event is delivered at most so often. */
const MOST_TIMES = 5;
/** What happens to a charge comes in no order while so many other charges are begun. */
const NEAR = 20;
/** What tells of one change comes at once, as Stripe sends it, but one in ten at any time at all. */
const STRAYS = 0.1;
/** Of so many charges, nobody knows whose one is. */
const NOBODYS = 20;

/**
 * Fills a program's database with pledges of donors who wish for a receipt, and the double with their charges.
 * @returns every event about them, one to five times, in no order, as the seed says
 */
export async function buildWorld(
  directory: string,
  { charges: many, seed }: World,
  double: StripeDouble,
): Promise<Attempt[]> {
  const charges = await filled(directory, (connection) => fillWorld(connection, many));
  answerFor(double, charges);
  const random = randomFrom(seed);
  const times = () => 1 + Math.floor(random() * MOST_TIMES);
  const placeOf = (change: number) => (random() < STRAYS ? random() * many : change + random());
  return charges
    .flatMap((charge, began) =>
      charge.steps.flatMap(({ types }, at) => {
        const change = began + random() * NEAR;
        return types.flatMap((type, nth) => {
          const one = attempt(charge, { type, step: at + 1, id: `evt_${charge.id}_${at}_${nth}` });
          return Array.from({ length: times() }, () => ({ one, place: placeOf(change) }));
        });
      }),
    )
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => ({ ...one }));
}

function attempt(
  charge: Charge,
  { type, step, id }: { readonly type: string; readonly step: number; readonly id: string },
): Attempt {
  const about = type.startsWith('payment_intent.')
    ? { id: `pi_${charge.id}`, latest_charge: charge.id }
    : { id: charge.id, charge: charge.id };
  return {
    ...{ charge, path: '/giving/payments/notices', fields: {}, cookie: '', key: id },
    made() {
      // Whoever tells of it has seen it.
      charge.reach(step);
      const body = eventOf(type, about, id);
      const headers = { 'content-type': 'application/json' };
      return { body, headers: { ...headers, 'stripe-signature': signed(body, Temporal.Now.instant()) } };
    },
  };
}

async function fillWorld({ db }: Connection, many: number): Promise<Charge[]> {
  const now = Temporal.Now.instant();
  const charges: Charge[] = [];
  for (let index = 0; index < many; index++) {
    const amount = 1000 + 2 * index;
    const isNobodys = index % NOBODYS === NOBODYS - 1;
    const pledgeId = isNobodys ? null : await pledge(db, { index, amount, now });
    charges.push(new Charge(index, amount, pledgeId));
  }
  return charges;
}

function pledge(
  db: Connection['db'],
  { index, amount, now }: { readonly index: number; readonly amount: number; readonly now: Temporal.Instant },
): Promise<string> {
  return inTransaction(db, async (tx) => {
    const email = `donor${index}@otonari.example`;
    const about = { name: `Donor ${index}`, email, receiptWish: 'each', locale: 'en', now } as const;
    const made = await insertPledge(tx, {
      ...{ donorId: await insertDonor(tx, about), campaignId: null, amount, channel: 'card' },
      ...{ fund: FUNDS[index % FUNDS.length] ?? 'general', isAnonymous: false, inMemoryOf: null, note: null },
      ...{ madeAt: now, expiresAt: now.add({ hours: 48 }) },
    });
    return made.id;
  });
}
