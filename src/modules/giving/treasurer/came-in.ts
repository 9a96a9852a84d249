import type { Donations } from '../annual/rules.ts';
import type { Channel, Fund } from '../types.ts';

/** What was given in a fiscal year by the books, in whole yen, and what went back: each on the day on which it moved. */
export interface CameIn {
  readonly given: number;
  readonly returned: number;
  /** Given, by its month, `2026-11`; only those in which something came. */
  readonly months: ReadonlyMap<string, number>;
  /** Given, by how it came and what for, the most first. What was no gift that is known has no channel. */
  readonly channels: readonly { readonly of: Channel | null; readonly amount: number }[];
  readonly funds: readonly { readonly of: Fund; readonly amount: number }[];
}

/** Sums up the donations of a year: the same of which the annual table is made, so that both say the same. */
export function sumUp(donations: readonly Donations[]): CameIn {
  const by = <Of>(of: (one: Donations) => Of): ReadonlyMap<Of, number> => {
    const sums = new Map<Of, number>();
    for (const one of donations) sums.set(of(one), (sums.get(of(one)) ?? 0) + one.given);
    return sums;
  };
  const most = <Of>(sums: ReadonlyMap<Of, number>) =>
    [...sums]
      .map(([of, amount]) => ({ of, amount }))
      .filter(({ amount }) => amount !== 0)
      .toSorted((a, b) => b.amount - a.amount);
  const total = (amounts: readonly number[]) => amounts.reduce((sum, one) => sum + one, 0);
  return {
    given: total(donations.map(({ given }) => given)),
    returned: total(donations.map(({ returned }) => returned)),
    months: by(({ month }) => month),
    channels: most(by(({ channel }) => channel)),
    funds: most(by(({ fund }) => fund)),
  };
}
