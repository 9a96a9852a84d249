import type { Tx } from '../../../../platform/database/connect.ts';
import type { Receiving } from '../../gifts/types.ts';
import type { SubscriptionFacts } from '../provider.ts';

/** Until promises are kept, a monthly payment is nobody's, and stands among what is not explained. */
export async function findGiver(
  _tx: Tx,
  _promiseId: string,
): Promise<Pick<Receiving, 'donorId' | 'campaignId' | 'fund' | 'isAnonymous'> | null> {
  return null;
}

export async function keepPromise(
  _tx: Tx,
  _kept: { readonly promiseId: string; readonly giftId: string; readonly now: Temporal.Instant },
): Promise<void> {}

export async function hearSubscription(
  _tx: Tx,
  _facts: SubscriptionFacts,
  _now: Temporal.Instant,
): Promise<void> {}
