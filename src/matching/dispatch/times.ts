import type { Calendar, Interval, PossibleTime } from './types.ts';
import { isFreeInWeek, minutesIntoSlot, SLOT_MINUTES, SLOTS_A_DAY, SLOTS_A_WEEK } from './weekly.ts';

export type Freedom = 'free' | 'paused' | 'not_free' | 'overlaps_visit';

/**
 * Whether somebody is free for the whole of a possible time, and if not, why. Exceptions win over weekly hours,
 * removed time wins over added time, pauses win over both; other visits keep `bufferMinutes` around them.
 */
export function freedomAt(calendar: Calendar, time: PossibleTime, bufferMinutes: number): Freedom {
  const visit = { fromMinute: time.startMinute, toMinute: time.startMinute + time.durationMinutes };
  if (calendar.pauses.some((pause) => overlaps(pause, visit))) return 'paused';
  if (calendar.exceptions.some((exception) => !exception.isFree && overlaps(exception, visit)))
    return 'not_free';
  if (!isCovered(calendar, time, visit)) return 'not_free';
  const guarded = { fromMinute: visit.fromMinute - bufferMinutes, toMinute: visit.toMinute + bufferMinutes };
  return calendar.visits.some((other) => overlaps(other, guarded)) ? 'overlaps_visit' : 'free';
}

function overlaps(one: Interval, other: Interval): boolean {
  return one.fromMinute < other.toMinute && other.fromMinute < one.toMinute;
}

/** Walks from start to end over weekly half hours and added times; a gap means not free. */
function isCovered(calendar: Calendar, time: PossibleTime, visit: Interval): boolean {
  const slotStart = visit.fromMinute - minutesIntoSlot(time);
  const firstSlot = time.weekday * SLOTS_A_DAY + time.slot;
  let reached = visit.fromMinute;
  while (reached < visit.toMinute) {
    const step = Math.floor((reached - slotStart) / SLOT_MINUTES);
    const next = isFreeInWeek(calendar.weekly, (firstSlot + step) % SLOTS_A_WEEK)
      ? slotStart + (step + 1) * SLOT_MINUTES
      : endOfAddedTime(calendar, reached);
    if (next <= reached) return false;
    reached = next;
  }
  return true;
}

function endOfAddedTime(calendar: Calendar, minute: number): number {
  let end = minute;
  for (const exception of calendar.exceptions) {
    if (exception.isFree && exception.fromMinute <= minute) end = Math.max(end, exception.toMinute);
  }
  return end;
}

const A_DAY_IN_MILLISECONDS = 86_400_000;

/** The day of an instant in a time zone, counted from 1 January 1970. */
export function epochDay(at: Temporal.Instant, timeZone: string): number {
  const day = at.toZonedDateTimeISO(timeZone).toPlainDate();
  return day.toZonedDateTime('UTC').epochMilliseconds / A_DAY_IN_MILLISECONDS;
}
