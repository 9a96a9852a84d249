import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** The fiscal year of a day: 1 April to 31 March, named for the year in which it begins. */
export function fiscalYearOf(day: Temporal.PlainDate): number {
  return day.month >= 4 ? day.year : day.year - 1;
}

/**
 * Whether cover can begin on this day (volunteer insurance of the councils of social welfare runs from 1 April to
 * 31 March; who joins in mid-year is covered from the day after). Refuses days before last year and after next year.
 * @returns the fiscal year that is covered
 */
export function mayInsureFrom(startsOn: Temporal.PlainDate, today: Temporal.PlainDate): Outcome<number> {
  const [year, current] = [fiscalYearOf(startsOn), fiscalYearOf(today)];
  if (year < current - 1 || year > current + 1) {
    return refuse('insurance_is_of_last_this_or_next_year', {}, 'insuredFromOn');
  }
  return accept(year);
}

/** 1 April after a day: when this year's cover is over. */
export function firstDayOfNextFiscalYear(day: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: fiscalYearOf(day) + 1, month: 4, day: 1 });
}
