import { daily, hoursSetting, whyClosed } from '../kits/slots/index.ts';
import type { InventedDays } from '../platform/parts/demonstration.ts';

/** The opening hours under which the world is built: what stands until an administrator changes them. */
export const HOURS = hoursSetting.value;

/** The days around the one on which an instant falls where the organization is. */
export function daysAround(now: Temporal.Instant): InventedDays {
  const today = now.toZonedDateTimeISO(HOURS.timeZone).toPlainDate();
  return {
    today,
    openDay: (count) => openDay(today, count),
    at: (day, time) => daily(time, HOURS.timeZone).on(day),
  };
}

/** 0 is today, or the next open day when today is closed; -1 is the last open day before that, and so on. */
function openDay(today: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = today;
  while (whyClosed(day, HOURS)) day = day.add({ days: 1 });
  for (let left = Math.abs(count); left > 0; left--) {
    do day = day.add({ days: Math.sign(count) });
    while (whyClosed(day, HOURS));
  }
  return day;
}
