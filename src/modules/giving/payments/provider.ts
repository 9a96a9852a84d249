import type { Locale } from '../../../platform/languages/locales.ts';
import type { Channel } from '../types.ts';

/** How somebody can pay at the provider's page; monthly by card only. */
export const PAID_BY = ['card', 'konbini', 'paypay'] as const satisfies readonly Channel[];
export type PaidBy = (typeof PAID_BY)[number];

/** What a payment is for: the provider keeps it beside the payment and gives it back with all that it tells of it. */
export interface Reference {
  readonly kind: 'pledge' | 'promise';
  readonly id: string;
}

/** What somebody is about to pay. */
export interface Order {
  readonly reference: Reference;
  /** Whole yen; of each month for what is monthly. */
  readonly amount: number;
  readonly locale: Locale;
  /** For the provider's page, which asks for it otherwise. */
  readonly email: string | null;
  /** Where the provider's page leads once it is paid, and where for whoever goes back: whole addresses. */
  readonly back: { readonly done: string; readonly left: string };
}

/** A charge as the provider knows it now. */
export interface ChargeFacts {
  readonly id: string;
  readonly reference: Reference | null;
  readonly subscription: string | null;
  readonly channel: PaidBy;
  readonly state: 'pending' | 'succeeded' | 'failed';
  readonly amount: number;
  /** What the provider keeps of it; null while it does not say. */
  readonly fee: number | null;
  readonly at: Temporal.Instant;
  readonly refunds: readonly RefundFacts[];
  readonly dispute: DisputeFacts | null;
  /** The same for one card wherever it is used, and no part of its number; kept as a digest only. */
  readonly fingerprint: string | null;
}

/** Money that goes back to whoever paid; `failed`: it came to us again. */
export interface RefundFacts {
  readonly id: string;
  readonly amount: number;
  readonly state: 'under_way' | 'failed';
  readonly at: Temporal.Instant;
  /** Under which key it was asked for; null: by somebody at the provider's own desk. */
  readonly key: string | null;
}

/** A payment that its payer's bank takes back: the money is gone from the beginning, and comes again when it is won. */
export interface DisputeFacts {
  readonly moves: readonly DisputeMove[];
}

/** Money that moved because of a dispute: below zero it was taken from us, above it came again. */
export interface DisputeMove {
  readonly id: string;
  readonly amount: number;
  /** What the provider keeps for it; below zero it gives a fee back. */
  readonly fee: number;
  readonly at: Temporal.Instant;
}

/** A monthly payment as the provider knows it now. */
export interface SubscriptionFacts {
  readonly id: string;
  readonly reference: Reference | null;
  readonly state: 'incomplete' | 'active' | 'past_due' | 'paused' | 'cancelled';
  readonly amount: number;
  /** When its card was last tried in vain, how often for this month, and when it is tried again; null: all is well. */
  readonly failed: {
    readonly attempt: number;
    readonly at: Temporal.Instant;
    readonly next: Temporal.Instant | null;
  } | null;
}

/** A page at which somebody could pay. */
export interface CheckoutFacts {
  readonly id: string;
  readonly reference: Reference | null;
  readonly state: 'open' | 'waiting' | 'paid' | 'expired';
  /** What has come of it so far. */
  readonly subscription: string | null;
}

/** Money on its way to our bank. */
export interface PayoutFacts {
  readonly id: string;
  readonly state: 'on_its_way' | 'paid' | 'failed';
  readonly amount: number;
  readonly at: Temporal.Instant;
  /** What the provider keeps for the payout itself; fees of charges stand with the charges. */
  readonly fee: number;
}

/** What a notice is about, as it is now: notices come late, twice and in any order, what they are about does not. */
export type Happening =
  | { readonly kind: 'charge'; readonly charge: ChargeFacts }
  | { readonly kind: 'subscription'; readonly subscription: SubscriptionFacts }
  | { readonly kind: 'checkout'; readonly checkout: CheckoutFacts }
  | { readonly kind: 'payout'; readonly payout: PayoutFacts };

/** The provider says that something has changed; what, one looks up. */
export interface Notice {
  readonly id: string;
  /** In the provider's words, such as `charge.refunded`. */
  readonly type: string;
  /** What to look at, by the provider's name of it. */
  readonly kind: Happening['kind'];
  readonly objectId: string;
  readonly at: Temporal.Instant;
}

/** From one instant to before another. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
}

/**
 * Whoever takes payments for us: Stripe, or in a demonstration the practice provider. Its methods ask another house: none is
 * called within a transaction, and each may be called again with the same key. @throws when it does not answer
 */
export interface Provider {
  readonly name: 'stripe' | 'practice';
  /** @returns the page at which to pay one gift, elsewhere or a path of ours; asked again for the same, the same page */
  beginGift(order: Order & { readonly by: PaidBy }): Promise<string>;
  /** @returns the page at which to begin a monthly payment by card */
  beginMonthly(order: Order): Promise<string>;
  /** From the next month on, without paying anything in between. */
  changeMonthly(subscription: string, amount: number): Promise<void>;
  /** Nothing is charged until it is resumed. */
  pauseMonthly(subscription: string): Promise<void>;
  resumeMonthly(subscription: string): Promise<void>;
  /** At once, for good; stopped already, nothing happens. */
  stopMonthly(subscription: string): Promise<void>;
  /** @returns the page at which a card is put in place of one that fails; it leads back to `back` */
  beginRepair(
    subscription: string,
    order: { readonly locale: Locale; readonly back: string },
  ): Promise<string>;
  /**
   * @param key whoever asks again with it within a day does not refund again
   * @returns `refused`: the provider never will, such as more than is left or what its payer's bank disputes
   */
  refund(
    charge: string,
    order: { readonly amount: number; readonly key: string },
  ): Promise<'sent' | 'refused'>;
  /**
   * Closes the page at which a charge was tried: nothing more is paid there.
   * @returns the provider's name of the page; null where none is open
   */
  closePage(charge: string): Promise<string | null>;
  /** @returns what a body says that the provider has signed; `nothing` that concerns us */
  readNotice(body: string, signature: string | null): Notice | 'nothing' | 'forged';
  /** @returns null when there is no such thing, or it is none of ours */
  look(at: Pick<Notice, 'kind' | 'objectId'>): Promise<Happening | null>;
  listNotices(span: Span): AsyncIterable<Notice>;
  /** Charges that have succeeded, by when they were made. */
  listCharges(span: Span): AsyncIterable<ChargeFacts>;
}
