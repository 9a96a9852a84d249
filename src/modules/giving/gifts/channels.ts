import type { Account, Channel } from '../types.ts';

/** Where the money of a gift is once it has come in. */
export const ACCOUNT_OF: Readonly<Record<Channel, Account>> = {
  card: 'payment_provider',
  konbini: 'payment_provider',
  paypay: 'payment_provider',
  bank: 'bank',
  cash: 'cash',
  give_one: 'platforms',
  benevity: 'platforms',
  matching: 'platforms',
  goods: 'donated_goods',
  other: 'bank',
};

/** What comes by these is entered by hand or from a file; the others come by themselves. */
export const BY_HAND = [
  'cash',
  'bank',
  'give_one',
  'benevity',
  'matching',
  'goods',
  'other',
] as const satisfies readonly Channel[];

/** Platforms take the money as theirs and write the receipts for it: a second one of ours would let it be deducted twice. */
const WITH_OWN_RECEIPTS: readonly Channel[] = ['give_one', 'benevity'];

/** Who writes the receipt of a gift. */
export function receiptBy(channel: Channel): 'us' | 'platform' {
  return WITH_OWN_RECEIPTS.includes(channel) ? 'platform' : 'us';
}
