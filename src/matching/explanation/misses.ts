import { type ConditionName, conditions } from '../fit/conditions.ts';
import type { FitLimits } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import { bitCount } from '../people/week.ts';

/** The conditions in the order of the bits of a miss. */
export const conditionNames = Object.keys(conditions) as ConditionName[];

/**
 * For each volunteer the conditions broken with this resident, as a set of bits: bit n is the n-th of
 * `conditionNames`, 0 means that the two can be a pair. One pass over all volunteers; everything that
 * explains a left-over resident is computed from it.
 */
export function missesOf(
  resident: Resident,
  volunteers: readonly Volunteer[],
  limits: FitLimits,
): Uint16Array {
  const rules = conditionNames.map((name) => conditions[name]);
  return Uint16Array.from(volunteers, (volunteer) => {
    let miss = 0;
    rules.forEach((rule, bit) => {
      if (rule(resident, volunteer, limits)) miss |= 1 << bit;
    });
    return miss;
  });
}

/** Lists the conditions in a set of bits. */
export function conditionsIn(miss: number): ConditionName[] {
  return conditionNames.filter((_, bit) => (miss & (1 << bit)) !== 0);
}

/**
 * Finds the fewest conditions that together refuse every volunteer, so that dropping any one of them would
 * leave somebody: a smallest hitting set over the distinct misses. Between sets of
 * the same size the one whose conditions stand first. Empty when some volunteer breaks nothing.
 */
export function fewestThatRefuseAll(misses: Iterable<number>): ConditionName[] {
  const distinct = [...new Set(misses)];
  if (distinct.length === 0 || distinct.includes(0)) return [];
  return conditionsIn(setsBySize.find((set) => distinct.every((miss) => (miss & set) !== 0))!);
}

/** Every set of conditions but the empty one, the smallest first. */
const setsBySize = Array.from({ length: (1 << conditionNames.length) - 1 }, (_, index) => index + 1).sort(
  (a, b) => bitCount(a) - bitCount(b) || a - b,
);
