import { monthsOf } from '../rules/fiscal-year.ts';
import type { Channel, DonorKind, Fund } from '../types.ts';

/** What donations are looked at by. */
export const ASPECTS = ['month', 'channel', 'fund', 'campaign', 'kind', 'rhythm'] as const;
export type Aspect = (typeof ASPECTS)[number];

/** How much was given, and what went back of it, in whole yen. */
interface Sums {
  /** How many, without those that were entered wrongly. */
  readonly gifts: number;
  readonly given: number;
  /** Refunded or charged back, whenever it was given. */
  readonly returned: number;
}

/** Donations of a month that are alike in every aspect. Null: of no gift that is known. */
export interface Donations extends Sums {
  /** `2026-11`. */
  readonly month: string;
  readonly channel: Channel | null;
  readonly fund: Fund;
  /** Its id; null for none. */
  readonly campaign: string | null;
  readonly kind: DonorKind | 'nobody' | null;
  readonly rhythm: 'once' | 'monthly' | null;
}

/** One line of the annual table. */
export interface AnnualLine extends Sums {
  readonly aspect: Aspect | 'total';
  /** Which month, channel and so on. */
  readonly of: string | null;
}

/** The annual table by some aspects, each of which comes to the total at its end: months in order, else the most first. */
export function annualTable(
  fiscalYear: number,
  donations: readonly Donations[],
  aspects: readonly Aspect[],
): AnnualLine[] {
  const lines = aspects.flatMap((aspect) => {
    const groups = Map.groupBy<string | null, Donations>(donations, (one) => one[aspect]);
    const known = aspect === 'month' ? monthsOf(fiscalYear) : [...groups.keys()];
    const some = known.map((of) => ({ aspect, of, ...sumOf(groups.get(of) ?? []) }));
    return aspect === 'month' ? some : some.toSorted((a, b) => b.given - a.given);
  });
  return [...lines, { aspect: 'total', of: null, ...sumOf(donations) }];
}

function sumOf(all: readonly Sums[]): Sums {
  const sum = { gifts: 0, given: 0, returned: 0 };
  for (const { gifts, given, returned } of all) {
    sum.gifts += gifts;
    sum.given += given;
    sum.returned += returned;
  }
  return sum;
}
