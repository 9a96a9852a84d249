import type { Born } from '../types.ts';

/** School years begin in April. */
const APRIL = 4;
const YEARS_BEFORE_SCHOOL = 6;
const YEARS_OF_PRIMARY_SCHOOL = 6;

/** Where a child stands in Japanese school: before it, in a year of primary school, or beyond. */
export type SchoolYear =
  | { readonly kind: 'before' /** Enters primary school in April of this year. */; readonly entersIn: number }
  | { readonly kind: 'primary'; readonly year: number }
  | { readonly kind: 'beyond' };

/**
 * In April of which year a child enters primary school. Who is six by the first of April begins then; by law one is a year
 * older at the end of the day before one's birthday (年齢計算ニ関スル法律), so that who was born on the first of April goes with the year before.
 */
export function entersSchoolIn({ birthMonth, isFirstOfApril }: Born): number {
  const isOfYearBefore = birthMonth.month < APRIL || (birthMonth.month === APRIL && isFirstOfApril);
  return birthMonth.year + YEARS_BEFORE_SCHOOL + (isOfYearBefore ? 0 : 1);
}

/** The year in whose April the school year of a day began. */
const schoolYearOn = (day: Temporal.PlainDate): number => (day.month >= APRIL ? day.year : day.year - 1);

/** The school year of a child on a day. */
export function schoolYearOf(born: Born, on: Temporal.PlainDate): SchoolYear {
  const entersIn = entersSchoolIn(born);
  const year = schoolYearOn(on) - entersIn + 1;
  if (year < 1) return { kind: 'before', entersIn };
  return year <= YEARS_OF_PRIMARY_SCHOOL ? { kind: 'primary', year } : { kind: 'beyond' };
}

/** The last day of the school year of a day. */
export function endOfSchoolYear(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: schoolYearOn(day) + 1, month: 3, day: 31 });
}

/** Whole years on a day, by the month alone: the day of birth is not asked for. */
export function ageOn({ birthMonth }: Pick<Born, 'birthMonth'>, on: Temporal.PlainDate): number {
  return birthMonth.until(on, { largestUnit: 'years' }).years;
}
