import { addBusinessDays } from '../../japanese/holidays.ts';
import { TIME_ZONE } from '../../platform/languages/formats.tsx';
import type { Hours } from './hours.ts';
import { closureOf } from './opening.ts';

/** A time of day as it comes every day where the organization is. */
interface Daily {
  on(day: Temporal.PlainDate): Temporal.Instant;
  /** On the day before whatever happens at this instant: deadlines are said so, and not in hours. */
  before(at: Temporal.Instant): Temporal.Instant;
}

/** `daily('17:00').before(startsAt)`: until five in the evening of the day before. @throws RangeError for no time of day */
export function daily(time: string | Temporal.PlainTime, timeZone: string = TIME_ZONE): Daily {
  const plainTime = Temporal.PlainTime.from(time);
  const on = (day: Temporal.PlainDate) => day.toZonedDateTime({ timeZone, plainTime }).toInstant();
  return { on, before: (at) => on(dayOf(at, timeZone).subtract({ days: 1 })) };
}

/** The day on which an instant falls where the organization is. */
export function dayOf(at: Temporal.Instant, timeZone: string = TIME_ZONE): Temporal.PlainDate {
  return at.toZonedDateTimeISO(timeZone).toPlainDate();
}

/** The day so many open days after an instant's own, which does not count. @throws RangeError when a year has no open day */
export function openDaysAfter(at: Temporal.Instant, days: number, hours: Hours): Temporal.PlainDate {
  return addBusinessDays(dayOf(at, hours.timeZone), days, closureOf(hours));
}
