import { type Closure, holidayName, isBusinessDay } from '../../../../../japanese/holidays.ts';
import { minuteOf, type SpotSettings } from '../../../settings.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The days on which the organization is closed, as the calendar of business days knows them. */
export function closureOf(settings: SpotSettings): Closure {
  return {
    closedWeekdays: WEEKDAYS.filter((weekday) => !settings.openWeekdays.includes(weekday)),
    closedOnHolidays: settings.isClosedOnHolidays,
    yearlyPeriods: settings.yearlyClosures,
    closedOn: settings.closedOn,
    openOn: settings.openOn,
  };
}

export type ClosedBecause =
  | 'closed_on_that_weekday'
  | 'closed_on_holidays'
  | 'closed_at_year_end'
  | 'closed_on_that_day';

/** Why there is no help on a day; null when there is. A day that is closed twice over is told by its longer reason. */
export function whyClosed(day: Temporal.PlainDate, settings: SpotSettings): ClosedBecause | null {
  const closure = closureOf(settings);
  if (isBusinessDay(day, closure)) return null;
  if (closure.closedOn.includes(day.toString())) return 'closed_on_that_day';
  const isYearly = !isBusinessDay(day, { ...closure, closedWeekdays: [], closedOnHolidays: false });
  if (isYearly) return 'closed_at_year_end';
  if (closure.closedWeekdays.includes(day.dayOfWeek)) return 'closed_on_that_weekday';
  return holidayName(day) ? 'closed_on_holidays' : 'closed_on_that_day';
}

/**
 * Whether the day of a time that was proposed is closed by now. Holidays do not count: a coordinator may have agreed on
 * one, and who proposed a time is not kept.
 */
function isOnClosedDay(at: Temporal.Instant, settings: SpotSettings): boolean {
  const closed = whyClosed(at.toZonedDateTimeISO(settings.timeZone).toPlainDate(), settings);
  return closed !== null && closed !== 'closed_on_holidays';
}

/** A visit as far as opening hours go. */
export interface Span {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** Whether a visit lies on a day that is closed by now, or not wholly within the hours of that day. */
export function isClosedAt({ startsAt, minutes }: Span, settings: SpotSettings): boolean {
  const start = startsAt.toZonedDateTimeISO(settings.timeZone);
  return isOnClosedDay(startsAt, settings) || !isWithinHours(start, minutes, settings);
}

/** Whether a visit lies wholly between opening and closing of one day. */
export function isWithinHours(
  start: Temporal.ZonedDateTime,
  minutes: number,
  settings: SpotSettings,
): boolean {
  const begins = start.hour * 60 + start.minute;
  return minuteOf(settings.opensAt) <= begins && begins + minutes <= minuteOf(settings.closesAt);
}
