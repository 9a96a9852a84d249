import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Relation } from '../types.ts';

/** The age from which somebody is an adult in Japan (Civil Code, article 4, since April 2022). */
const ADULT_FROM_YEARS = 18;
export const MOST_MEMBERS = 12;

/** Whether somebody born in this month is not yet an adult on a day; the whole month of the birthday counts as a child's. */
export function isMinor(birthMonth: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(birthMonth.add({ years: ADULT_FROM_YEARS, months: 1 }), today) > 0;
}

/** Age in whole years on a day, by the month of birth. */
export function ageOn(birthMonth: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return birthMonth.until(today, { largestUnit: 'year' }).years;
}

/** What is typed of the month of birth; either may be missing. */
export interface TypedMonth {
  readonly year: number | null;
  readonly month: number | null;
}

/**
 * The first day of the month of birth. Of a child it must be said, because help for children goes by age; of adults
 * it isn't kept. Refuses months to come and years more than 120 years ago.
 */
export function readBirthMonth(
  relation: Relation,
  typed: TypedMonth,
  today: Temporal.PlainDate,
): Outcome<Temporal.PlainDate | null> {
  if (relation !== 'child') return accept(null);
  if (typed.year === null) return refuse('say_when_the_child_was_born', {}, 'birthYear');
  if (typed.month === null) return refuse('say_when_the_child_was_born', {}, 'birthMonth');
  if (typed.year < today.year - 120 || typed.year > today.year) {
    const years = { least: `${today.year - 120}`, most: `${today.year}` };
    return refuse('year_is_out_of_range', years, 'birthYear');
  }
  const first = Temporal.PlainDate.from({ year: typed.year, month: typed.month, day: 1 });
  if (Temporal.PlainDate.compare(first, today) > 0) return refuse('month_is_still_to_come', {}, 'birthMonth');
  return accept(first);
}
