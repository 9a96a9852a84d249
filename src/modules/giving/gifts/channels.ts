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
