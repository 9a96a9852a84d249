import { daily, dayOf, isWithinHours, openDaysAfter, whyClosed } from '../../../../../kits/slots/index.ts';
import type { Refusal } from '../../../../../platform/refusal.ts';
import type { SpotSettings } from '../../../settings.ts';

/** By whom and when the times are proposed: a coordinator may do with shorter notice and on holidays. */
export interface Asking {
  readonly now: Temporal.Instant;
  readonly settings: SpotSettings;
  readonly isByCoordinator: boolean;
}

/** The start of a visit from a day and a time of day (`HH:MM`) where the organization is. */
export function toStart(day: Temporal.PlainDate, time: string, settings: SpotSettings): Temporal.Instant {
  return daily(time, settings.timeZone).on(day);
}

/** The first day for which a resident can ask now. */
export function earliestDay(now: Temporal.Instant, settings: SpotSettings): Temporal.PlainDate {
  return openDaysAfter(now, settings.noticeBusinessDays, settings);
}

/** The last day for which somebody can ask now. */
export function latestDay(now: Temporal.Instant, settings: SpotSettings): Temporal.PlainDate {
  return dayOf(now, settings.timeZone).add({ days: settings.mostDaysAhead });
}

/** What speaks against a length in minutes. Coordinators may allow more than the usual most, with a reason. */
export function refuseLength(minutes: number, asking: Asking): Refusal | null {
  const { leastMinutes, mostMinutes } = asking.settings;
  const most = asking.isByCoordinator ? Math.max(600, mostMinutes) : mostMinutes;
  const field = 'durationMinutes';
  if (!Number.isInteger(minutes)) return { code: 'write_a_whole_number', field };
  if (minutes < leastMinutes) return { code: 'visit_is_too_short', params: { least: leastMinutes }, field };
  if (minutes > most) return { code: 'visit_is_too_long', params: { most }, field };
  return null;
}

/**
 * What speaks against the possible times of a request: one refusal for each time that can't be, with the field
 * `times.0`, `times.1` and so on; `times` for what concerns all of them. Days in the params are epoch milliseconds
 * of noon where the organization is, for ICU's `date`.
 */
export function refuseTimes(
  starts: readonly Temporal.Instant[],
  durationMinutes: number,
  asking: Asking,
): Refusal[] {
  const most = asking.settings.mostPossibleTimes;
  if (starts.length === 0) return [{ code: 'choose_at_least_one_time', field: 'times' }];
  if (starts.length > most) return [{ code: 'too_many_times', params: { most }, field: 'times' }];
  return starts.flatMap((start, index) => {
    const isRepeated = starts.slice(0, index).some((earlier) => earlier.equals(start));
    const refusal = isRepeated
      ? { code: 'same_time_twice' }
      : refuseTime(start.toZonedDateTimeISO(asking.settings.timeZone), durationMinutes, asking);
    return refusal ? [{ ...refusal, field: `times.${index}` }] : [];
  });
}

function refuseTime(start: Temporal.ZonedDateTime, minutes: number, asking: Asking): Refusal | null {
  const { now, settings, isByCoordinator } = asking;
  const day = start.toPlainDate();
  const earliest = earliestDay(now, settings);
  if (Temporal.Instant.compare(start.toInstant(), now) <= 0) {
    if (isByCoordinator) return { code: 'time_has_passed' };
    return { code: 'time_has_passed_choose_later', params: { earliest: noonOf(earliest, settings) } };
  }
  const latest = latestDay(now, settings);
  if (Temporal.PlainDate.compare(day, latest) > 0) {
    return { code: 'time_is_too_far_ahead', params: { latest: noonOf(latest, settings) } };
  }
  const closed = whyClosed(day, settings);
  if (closed && !(isByCoordinator && closed === 'closed_on_holidays')) return { code: closed };
  if (!isWithinHours(start, minutes, settings)) {
    return { code: 'time_is_outside_hours', params: { opens: settings.opensAt, closes: settings.closesAt } };
  }
  if (isByCoordinator) return null;
  if (Temporal.PlainDate.compare(day, earliest) < 0) {
    return {
      code: 'time_is_too_soon',
      params: { days: settings.noticeBusinessDays, earliest: noonOf(earliest, settings) },
    };
  }
  return null;
}

function noonOf(day: Temporal.PlainDate, settings: SpotSettings): number {
  return daily('12:00', settings.timeZone).on(day).epochMilliseconds;
}
