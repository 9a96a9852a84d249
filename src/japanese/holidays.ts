import holidayJp from '@holiday-jp/holiday_jp';
import overrides from './data/holiday-overrides.json' with { type: 'json' };

/** The name of a public holiday in Japanese and English. */
export type HolidayName = { ja: string; en: string };

/** A correction of the published table: a day that became a holiday, or (`name: null`) ceased to be one. */
export type HolidayOverride = { date: string; name: HolidayName | null };

/** When an office is closed. All lists may be empty; `openOn` wins over everything else. */
export type Closure = {
  /** ISO weekdays that are always closed: 1 is Monday, 7 is Sunday. */
  closedWeekdays: readonly number[];
  closedOnHolidays: boolean;
  /** Periods of every year, both ends included, as `MM-DD`; one may run over New Year. */
  yearlyPeriods: readonly { from: string; to: string }[];
  /** Single days as `YYYY-MM-DD`. */
  closedOn: readonly string[];
  openOn: readonly string[];
};

/** An open day is looked for so far and no further, so that a closure without open days ends the search. */
const LONGEST_SEARCH_DAYS = 366;

/**
 * The published holidays with corrections laid over them: `YYYY-MM-DD` to name. The Diet moves holidays
 * now and then (2019 to 2021), sometimes faster than a table is published.
 */
export function applyOverrides(
  holidays: Readonly<Record<string, { name: string; name_en: string }>>,
  corrections: readonly HolidayOverride[],
): Map<string, HolidayName> {
  const names = new Map<string, HolidayName>();
  for (const [date, { name, name_en }] of Object.entries(holidays))
    names.set(date, { ja: name, en: name_en });
  for (const { date, name } of corrections) {
    if (name) names.set(date, name);
    else names.delete(date);
  }
  return names;
}

const HOLIDAYS = applyOverrides(holidayJp.holidays, overrides as readonly HolidayOverride[]);

/** The name of the holiday on a day, `undefined` on other days and outside 1970 to 2050. */
export function holidayName(date: Temporal.PlainDate): HolidayName | undefined {
  return HOLIDAYS.get(date.toString());
}

/**
 * Whether a day is a public holiday of Japan, days in lieu included. Future equinoxes are computed and
 * may be moved by the Cabinet Office's notice of the February before. False outside 1970 to 2050.
 */
export function isHoliday(date: Temporal.PlainDate): boolean {
  return HOLIDAYS.has(date.toString());
}

function isInYearlyPeriod(date: Temporal.PlainDate, period: { from: string; to: string }): boolean {
  const day = date.toString().slice(-5);
  return period.from <= period.to
    ? period.from <= day && day <= period.to
    : day >= period.from || day <= period.to;
}

/** Whether an office with this closure is open on a day. */
export function isBusinessDay(date: Temporal.PlainDate, closure: Closure): boolean {
  const iso = date.toString();
  if (closure.openOn.includes(iso)) return true;
  if (closure.closedOn.includes(iso) || closure.closedWeekdays.includes(date.dayOfWeek)) return false;
  if (closure.closedOnHolidays && isHoliday(date)) return false;
  return !closure.yearlyPeriods.some((period) => isInYearlyPeriod(date, period));
}

/**
 * The day `days` open days after `date` (before it when negative); the day itself is not counted and is
 * given back unchanged for 0. Throws RangeError when `days` is no integer, or when a whole year passes
 * without an open day.
 */
export function addBusinessDays(
  date: Temporal.PlainDate,
  days: number,
  closure: Closure,
): Temporal.PlainDate {
  if (!Number.isSafeInteger(days)) throw new RangeError(`business days must be whole: ${days}`);
  const step = Math.sign(days);
  let reached = date;
  for (let left = Math.abs(days); left > 0; left -= 1) {
    let searched = 0;
    do {
      reached = reached.add({ days: step });
      searched += 1;
      if (searched > LONGEST_SEARCH_DAYS) throw new RangeError('no business day within a year');
    } while (!isBusinessDay(reached, closure));
  }
  return reached;
}

/**
 * How many open days lie after `from` up to and including `to`; negative, counted from the later day,
 * when `to` is before `from`. `businessDaysBetween(d, addBusinessDays(d, n, c), c)` is `n`.
 */
export function businessDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  closure: Closure,
): number {
  const step = Temporal.PlainDate.compare(to, from);
  let count = 0;
  for (let day = from; !day.equals(to); ) {
    day = day.add({ days: step });
    if (isBusinessDay(day, closure)) count += step;
  }
  return count;
}
