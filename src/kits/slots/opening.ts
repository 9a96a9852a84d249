import { type Closure, holidayName, isBusinessDay } from '../../japanese/holidays.ts';
import { remembering } from '../../platform/remembering.ts';
import type { Hours } from './hours.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** The days on which the organization is closed, as the calendar of business days knows them. */
export function closureOf(hours: Hours): Closure {
  return {
    closedWeekdays: WEEKDAYS.filter((weekday) => !hours.openWeekdays.includes(weekday)),
    closedOnHolidays: hours.isClosedOnHolidays,
    yearlyPeriods: hours.yearlyClosures,
    closedOn: hours.closedOn,
    openOn: hours.openOn,
  };
}

export type ClosedBecause =
  | 'closed_on_that_weekday'
  | 'closed_on_holidays'
  | 'closed_at_year_end'
  | 'closed_on_that_day';

/** Why the organization is closed on a day; null when there is. A day that is closed twice over is told by its longer reason. */
export function whyClosed(day: Temporal.PlainDate, hours: Hours): ClosedBecause | null {
  const closure = closureOf(hours);
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
function isOnClosedDay(day: Temporal.PlainDate, hours: Hours): boolean {
  const closed = whyClosed(day, hours);
  return closed !== null && closed !== 'closed_on_holidays';
}

/** An appointment as far as opening hours go. */
export interface Span {
  readonly startsAt: Temporal.Instant;
  readonly minutes: number;
}

/** Whether an appointment lies on a day that is closed by now, or not wholly within the hours of that day. */
export function isClosedAt({ startsAt, minutes }: Span, hours: Hours): boolean {
  const start = startsAt.toZonedDateTimeISO(hours.timeZone);
  return isOnClosedDay(start.toPlainDate(), hours) || !isWithinHours(start, minutes, hours);
}

/** Whether an appointment lies wholly between opening and closing of one day. */
export function isWithinHours(start: Temporal.ZonedDateTime, minutes: number, hours: Hours): boolean {
  const begins = start.hour * 60 + start.minute;
  return minuteOf(hours.opensAt) <= begins && begins + minutes <= minuteOf(hours.closesAt);
}

/** A list of thirty appointments asks sixty times when the day opens and closes. */
const timeOf = remembering(1_000, (time) => Temporal.PlainTime.from(time));

export function minuteOf(time: string): number {
  const { hour, minute } = timeOf(time);
  return hour * 60 + minute;
}
