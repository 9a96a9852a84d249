import { readTyped } from '../../../japanese/typed.ts';
import { type Refusal, refuse } from '../../../platform/refusal.ts';
import { MOST_MONTHLY } from '../promises/limits.ts';
import type { Channel } from '../types.ts';

/** What is offered in one press, in yen. */
export const TIERS = [3000, 5000, 10_000, 30_000, 100_000] as const;
export const LEAST = 1000;
/** What one card payment can be at the provider. */
export const MOST = 9_999_999;

export const GIVEN_BY = ['card', 'konbini', 'paypay', 'bank'] as const satisfies readonly Channel[];
export type GivenBy = (typeof GIVEN_BY)[number];

/** What the provider takes at most by these ways (docs.stripe.com/payments/konbini, /paypay). */
const MOST_BY: Partial<Readonly<Record<GivenBy, number>>> = { konbini: 300_000, paypay: 1_000_000 };

/**
 * An amount as somebody types it: digits of any script, with commas and yen or without.
 * @returns null for nothing, or the code of what is wrong with it
 */
export function readAmount(typed: string): number | null | string {
  const plain = readTyped(typed).replaceAll(/[,、，\s]|円|¥/g, '');
  if (plain === '') return null;
  if (!/^[-+]?\d+$/.test(plain)) return 'write_a_whole_number';
  const amount = Number(plain);
  if (amount < LEAST) return 'give_amount_is_too_small';
  return amount > MOST ? 'give_amount_is_too_large' : amount;
}

/** What somebody wants to give, as far as rules look at it. */
export interface Giving {
  readonly tier: string;
  readonly amount: number | null;
  readonly rhythm: 'once' | 'monthly';
  readonly channel: GivenBy;
  readonly receipt: 'none' | 'each' | 'yearly';
  readonly receiptByPost: boolean;
  readonly address: string | null;
}

/** How much it is: what was typed before what was chosen. */
export function amountOf({ tier, amount }: Pick<Giving, 'tier' | 'amount'>): number | null {
  return amount ?? TIERS.find((one) => String(one) === tier) ?? null;
}

/** What speaks against it, each beside its field. @param open the ways in which money can come now */
export function refuseGiving(giving: Giving, open: readonly GivenBy[]): Refusal[] {
  const { rhythm, channel, receipt, receiptByPost, address } = giving;
  const amount = amountOf(giving);
  const most = rhythm === 'monthly' ? MOST_MONTHLY : (MOST_BY[channel] ?? MOST);
  const says: readonly (readonly [boolean, string, string])[] = [
    [amount === null, 'give_amount_is_missing', 'amount'],
    [amount !== null && amount > most, 'give_amount_is_too_large_this_way', 'amount'],
    [rhythm === 'monthly' && channel !== 'card', 'give_monthly_by_card', 'channel'],
    [!open.includes(channel), 'give_channel_is_closed', 'channel'],
    [receipt !== 'none' && receiptByPost && !address, 'give_address_is_missing', 'address'],
  ];
  return says.flatMap(([isWrong, code, field]) => (isWrong ? [refuse(code, { most }, field).refusal] : []));
}
