import { whyClosed } from '../kits/slots/index.ts';
import { type SpotSettings, spotSetting, toStart } from '../modules/spot/index.ts';

/** The settings under which the world is built: what stands until an administrator changes it. */
export const SETTINGS: SpotSettings = spotSetting.value;

/** The day where the organization is. */
export function dayOf(now: Temporal.Instant): Temporal.PlainDate {
  return now.toZonedDateTimeISO(SETTINGS.timeZone).toPlainDate();
}

/** An instant from a day and a time of day (`HH:MM`) where the organization is. */
export function instantAt(day: Temporal.PlainDate, time: string): Temporal.Instant {
  return toStart(day, time, SETTINGS);
}

/**
 * An open day counted from today: 0 is today, or the next open day when today is closed; -1 is the last open day
 * before that, and so on.
 */
export function openDay(today: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let day = today;
  while (whyClosed(day, SETTINGS)) day = day.add({ days: 1 });
  for (let left = Math.abs(count); left > 0; left--) {
    do day = day.add({ days: Math.sign(count) });
    while (whyClosed(day, SETTINGS));
  }
  return day;
}
