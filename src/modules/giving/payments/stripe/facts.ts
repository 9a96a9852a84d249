import type Stripe from 'stripe';
import type {
  ChargeFacts,
  CheckoutFacts,
  DisputeFacts,
  PaidBy,
  PayoutFacts,
  RefundFacts,
  SubscriptionFacts,
} from '../provider.ts';
import { readKey, readReference } from '../reference.ts';

/** Stripe says seconds since 1970. */
export const instantOf = (seconds: number): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds(seconds * 1000);

export const secondsOf = (at: Temporal.Instant): number => Math.floor(at.epochMilliseconds / 1000);

/** The name of a thing that Stripe gives either whole or by its name. */
export function idOf(thing: string | { readonly id: string } | null | undefined): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null);
}

const CHANNELS: Readonly<Record<string, PaidBy>> = { card: 'card', konbini: 'konbini', paypay: 'paypay' };

/** What a charge of a subscription belongs to, which the charge itself does not say. */
export type OfInvoice = Pick<ChargeFacts, 'reference' | 'subscription'>;

/** @param about what belongs to it */
export function chargeFacts(
  charge: Stripe.Charge,
  about: {
    readonly of: OfInvoice;
    readonly refunds: readonly Stripe.Refund[];
    readonly dispute: DisputeFacts | null;
  },
): ChargeFacts {
  const { of, refunds, dispute } = about;
  const { balance_transaction: balance, payment_method_details: by } = charge;
  return {
    id: charge.id,
    ...of,
    channel: CHANNELS[by?.type ?? 'card'] ?? 'card',
    state: charge.paid ? 'succeeded' : charge.status === 'failed' ? 'failed' : 'pending',
    amount: charge.amount,
    fee: balance && typeof balance !== 'string' ? balance.fee : null,
    at: instantOf(charge.created),
    refunds: refunds.flatMap(refundFacts),
    dispute,
    fingerprint: by?.card?.fingerprint ?? null,
  };
}

/** One that waits for the payer is none yet: no money has moved. */
function refundFacts({ id, amount, created, status, metadata }: Stripe.Refund): RefundFacts[] {
  if (status === 'requires_action' || status === 'canceled') return [];
  const state = status === 'failed' ? 'failed' : 'under_way';
  return [{ id, amount, state, at: instantOf(created), key: readKey(metadata?.['key']) }];
}

/** All of a charge's together. @returns null for mere questions of the payer's bank, by which no money moves */
export function disputeFacts(disputes: readonly Stripe.Dispute[]): DisputeFacts | null {
  const moves = disputes
    .flatMap((dispute) => dispute.balance_transactions)
    .map(({ id, amount, fee, created }) => ({ id, amount, fee, at: instantOf(created) }));
  return moves.length > 0 ? { moves } : null;
}

const SUBSCRIPTION_STATES: Readonly<Record<string, SubscriptionFacts['state']>> = {
  incomplete: 'incomplete',
  incomplete_expired: 'cancelled',
  trialing: 'active',
  active: 'active',
  past_due: 'past_due',
  unpaid: 'past_due',
  paused: 'paused',
  canceled: 'cancelled',
};

/** @param subscription with its latest invoice */
export function subscriptionFacts(subscription: Stripe.Subscription): SubscriptionFacts {
  const { latest_invoice: invoice, pause_collection: pause, items, status } = subscription;
  const state = SUBSCRIPTION_STATES[status] ?? 'incomplete';
  const open = invoice && typeof invoice !== 'string' && invoice.status !== 'paid' ? invoice : null;
  return {
    id: subscription.id,
    reference: readReference(subscription.metadata['reference']),
    state: state === 'active' && pause ? 'paused' : state,
    amount: items.data[0]?.price.unit_amount ?? 0,
    // Of the invoice, which is the same at each look: when its card was tried, the invoice does not say.
    failed:
      open && open.attempt_count > 0 && status !== 'incomplete'
        ? {
            attempt: open.attempt_count,
            at: instantOf(open.created),
            next: open.next_payment_attempt ? instantOf(open.next_payment_attempt) : null,
          }
        : null,
  };
}

export function checkoutFacts(session: Stripe.Checkout.Session): CheckoutFacts {
  const { status, payment_status: paid } = session;
  const waiting = status === 'complete' && paid === 'unpaid';
  return {
    id: session.id,
    reference: readReference(session.metadata?.['reference']),
    state: status === 'expired' ? 'expired' : status === 'open' ? 'open' : waiting ? 'waiting' : 'paid',
    subscription: idOf(session.subscription),
  };
}

export function payoutFacts(payout: Stripe.Payout): PayoutFacts {
  const { balance_transaction: balance, status } = payout;
  return {
    id: payout.id,
    state:
      status === 'paid' ? 'paid' : status === 'failed' || status === 'canceled' ? 'failed' : 'on_its_way',
    amount: payout.amount,
    at: instantOf(payout.arrival_date),
    fee: balance && typeof balance !== 'string' ? balance.fee : 0,
  };
}
