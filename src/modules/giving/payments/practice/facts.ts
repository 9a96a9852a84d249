import type { CheckoutFacts, Happening, PaidBy, RefundFacts, SubscriptionFacts } from '../provider.ts';
import { readReference } from '../reference.ts';
import { kindOf, type PracticeObject } from '../store/practice.ts';

/** Practice takes 3.6 %, as Stripe does of cards in Japan. */
const FEE = 0.036;
const TRIES = 3;

/** What it remembers, as a provider tells it; null: of what went back, it tells with its charge. @param refunds of a charge */
export function practiceFacts(row: PracticeObject, refunds: readonly PracticeObject[]): Happening | null {
  const reference = readReference(row.reference);
  const { id, state, amount_jpy: amount, made_at: at, changed_at: changedAt } = row;
  switch (kindOf(id)) {
    case 'cs':
      return {
        kind: 'checkout',
        checkout: { id, reference, state: state as CheckoutFacts['state'], subscription: row.subscription },
      };
    case 'sub':
      return {
        kind: 'subscription',
        subscription: {
          id,
          reference,
          state: state as SubscriptionFacts['state'],
          amount,
          failed: row.attempts > 0 ? failedAt(row.attempts, changedAt) : null,
        },
      };
    case 'ch':
      return {
        kind: 'charge',
        charge: {
          id,
          reference,
          subscription: row.subscription,
          channel: row.channel as PaidBy,
          state: state as 'succeeded' | 'failed',
          amount,
          fee: state === 'succeeded' ? Math.round(amount * FEE) : null,
          at,
          refunds: refunds.map(refundFacts),
          dispute: null,
          fingerprint: null,
        },
      };
    case 're':
      return null;
  }
}

const refundFacts = ({ id, amount_jpy: amount, made_at: at }: PracticeObject): RefundFacts => ({
  ...{ id, amount, state: 'under_way', at },
  key: id.slice('re_practice_'.length),
});

/** A card is tried three times, some days apart. */
function failedAt(attempt: number, at: Temporal.Instant): SubscriptionFacts['failed'] {
  return { attempt, at, next: attempt < TRIES ? at.add({ hours: 72 }) : null };
}
