import type { Tx } from '../../../../platform/database/connect.ts';
import { expirePledge } from '../../pledges/store.ts';
import { hearSubscription } from '../../promises/hear.ts';
import type { CheckoutFacts, Happening } from '../provider.ts';
import { takeInCharge } from './charge.ts';
import { compareCharge } from './compare-charge.ts';
import { takeInPayout } from './payout.ts';

/** Makes our books say what the provider says now. Whatever they say already is not said again. */
export async function takeIn(tx: Tx, happening: Happening | null, now: Temporal.Instant): Promise<void> {
  switch (happening?.kind) {
    case 'charge':
      await takeInCharge(tx, happening.charge, now);
      await compareCharge(tx, happening.charge, now);
      return;
    case 'payout':
      return takeInPayout(tx, happening.payout, now);
    case 'subscription':
      return hearSubscription(tx, happening.subscription, now);
    case 'checkout':
      return takeInCheckout(tx, happening.checkout, now);
  }
}

/** A page that nobody paid at is over; money that comes all the same is booked whatever its pledge is. */
async function takeInCheckout(
  tx: Tx,
  { state, reference }: CheckoutFacts,
  now: Temporal.Instant,
): Promise<void> {
  if (state === 'expired' && reference?.kind === 'pledge') await expirePledge(tx, reference.id, now);
}
