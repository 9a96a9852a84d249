import type {
  GivingAccountKind,
  GivingChannel,
  GivingDonorKind,
  GivingGiftState,
  GivingPledgeState,
  GivingReceiptWish,
  GivingTransactionKind,
} from '../../platform/database/generated.ts';

export type AccountKind = GivingAccountKind;
export type Channel = GivingChannel;
export type DonorKind = GivingDonorKind;
export type GiftState = GivingGiftState;
export type PledgeState = GivingPledgeState;
export type ReceiptWish = GivingReceiptWish;
export type TransactionKind = GivingTransactionKind;

/** What money may be spent on, in the order of `giving.funds`. */
export const FUNDS = ['general', 'spot', 'pairs', 'classes', 'consultations'] as const;
export type Fund = (typeof FUNDS)[number];

/** How a gift comes. */
export const CHANNELS = [
  'card',
  'konbini',
  'paypay',
  'bank',
  'cash',
  'give_one',
  'benevity',
  'matching',
  'goods',
  'other',
] as const satisfies readonly Channel[];

/** Where money is, comes from and goes to, in the order of `giving.accounts`. */
export const ACCOUNTS = [
  'bank',
  'cash',
  'payment_provider',
  'platforms',
  'donated_goods',
  'in_transit',
  'with_programs',
  'unexplained',
  'owed',
  'carried_forward',
  'donations',
  'membership_fees',
  'program_fees',
  'grants',
  'other_income',
  'program_costs',
  'office_costs',
  'payment_fees',
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** The most yen that somebody types at once. */
export const MOST_YEN = 999_999_999;

/** Somebody who does something with money, and when; nobody: a job or the payment provider. */
export interface By {
  readonly personId: string | null;
  readonly now: Temporal.Instant;
}
