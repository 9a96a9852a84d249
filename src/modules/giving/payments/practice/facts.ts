import type { CheckoutFacts, Happening, PaidBy, SubscriptionFacts } from '../provider.ts';
import { readReference } from '../reference.ts';
import { kindOf, type PracticeObject } from '../store/practice.ts';

/** Practice takes 3.6 %, as Stripe does of cards in Japan. */
const FEE = 0.036;
const TRIES = 3;

/** What it remembers, as a provider tells it. */
export function practiceFacts(row: PracticeObject): Happening {
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
          refunds:
            row.refunded_jpy > 0
              ? [{ id: `re_${id}`, amount: row.refunded_jpy, state: 'under_way', at: changedAt }]
              : [],
          dispute: null,
          fingerprint: null,
        },
      };
  }
}

/** A card is tried three times, some days apart. */
function failedAt(attempt: number, at: Temporal.Instant): SubscriptionFacts['failed'] {
  return { attempt, at, next: attempt < TRIES ? at.add({ hours: 72 }) : null };
}
