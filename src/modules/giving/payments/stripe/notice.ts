import type Stripe from 'stripe';
import type { Notice } from '../provider.ts';
import { idOf, instantOf } from './facts.ts';

/** Parts of what an event holds: what it names is looked up, the rest counts for nothing. */
interface Told {
  readonly id: string;
  readonly charge?: string | { readonly id: string } | null;
  readonly latest_charge?: string | { readonly id: string } | null;
  readonly parent?: {
    readonly subscription_details?: { readonly subscription?: string | null } | null;
  } | null;
}

type Found = readonly [Notice['kind'], (told: Told) => string | null];

const its = ({ id }: Told) => id;

/** Which thing each kind of event is about. Two that tell of one change lead to the same thing. */
const ABOUT: readonly (readonly [string, Found])[] = [
  ['charge.dispute.', ['charge', ({ charge }) => idOf(charge)]],
  ['charge.refund.', ['charge', ({ charge }) => idOf(charge)]],
  ['charge.', ['charge', its]],
  ['refund.', ['charge', ({ charge }) => idOf(charge)]],
  ['payment_intent.succeeded', ['charge', (told) => idOf(told.latest_charge)]],
  ['checkout.session.', ['checkout', its]],
  ['customer.subscription.', ['subscription', its]],
  ['invoice.paid', ['subscription', (told) => told.parent?.subscription_details?.subscription ?? null]],
  [
    'invoice.payment_failed',
    ['subscription', (told) => told.parent?.subscription_details?.subscription ?? null],
  ],
  ['payout.', ['payout', its]],
];

/** The kinds of events that the provider is asked to send, and that the nightly list is read for. */
export const EVENT_TYPES = [
  'charge.succeeded',
  'charge.updated',
  'charge.failed',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
  'refund.updated',
  'refund.failed',
  'payment_intent.succeeded',
  'checkout.session.completed',
  'checkout.session.expired',
  'customer.subscription.created',
  'customer.subscription.updated',
  'customer.subscription.deleted',
  'invoice.paid',
  'invoice.payment_failed',
  'payout.paid',
  'payout.failed',
] as const;

/** @returns null for an event that says nothing about money of ours */
export function noticeOf(event: Stripe.Event): Notice | null {
  const told = event.data.object as unknown as Told;
  const found = ABOUT.find(([prefix]) => event.type.startsWith(prefix))?.[1];
  const objectId = found?.[1](told);
  if (!found || !objectId) return null;
  return { id: event.id, type: event.type, kind: found[0], objectId, at: instantOf(event.created) };
}
