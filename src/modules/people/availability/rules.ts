import { type Hours, minuteOf } from '../../../kits/slots/index.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { AvailabilityException, Pause, WeeklyHours } from '../types.ts';

/** The stretches of a day that are asked about: from and until in minutes after midnight. */
export const PARTS_OF_DAY = [
  [510, 600],
  [600, 720],
  [720, 840],
  [840, 960],
  [960, 1080],
  [1080, 1260],
] as const;

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export const TICKS = WEEKDAYS.flatMap((day) => PARTS_OF_DAY.map(([from]) => `${day}-${from}`));

/** The boxes of the weekly grid that somebody's hours fill wholly, as `weekday-minute`. */
export function toTicks(hours: readonly WeeklyHours[]): string[] {
  return WEEKDAYS.flatMap((weekday) => {
    const joined = joinHours(hours.filter((range) => range.weekday === weekday));
    return PARTS_OF_DAY.filter(([from, until]) =>
      joined.some(({ startMinute, endMinute }) => startMinute <= from && until <= endMinute),
    ).map(([from]) => `${weekday}-${from}`);
  });
}

/** Hours from ticked boxes, neighbors joined; boxes that don't exist are left out. */
export function fromTicks(ticks: readonly string[]): WeeklyHours[] {
  const ticked = new Set(ticks);
  return WEEKDAYS.flatMap((weekday) =>
    joinHours(
      PARTS_OF_DAY.filter(([from]) => ticked.has(`${weekday}-${from}`)).map(([startMinute, endMinute]) => ({
        weekday,
        startMinute,
        endMinute,
      })),
    ),
  );
}

/** Hours of one weekday with those that touch or overlap made one. */
export function joinHours(hours: readonly WeeklyHours[]): WeeklyHours[] {
  const joined: WeeklyHours[] = [];
  for (const range of hours.toSorted((a, b) => a.startMinute - b.startMinute)) {
    const last = joined.at(-1);
    if (last && range.startMinute <= last.endMinute) {
      joined[joined.length - 1] = { ...last, endMinute: Math.max(last.endMinute, range.endMinute) };
    } else joined.push(range);
  }
  return joined;
}

const MOST_DAYS_AHEAD = 366;

/** Whether a day may differ from the weekly hours: from today to a year ahead, from one time to a later one. */
export function mayDiffer(
  exception: Omit<AvailabilityException, 'id'>,
  today: Temporal.PlainDate,
): Outcome<Omit<AvailabilityException, 'id'>> {
  const days = today.until(exception.onDay).days;
  if (days < 0) return refuse('day_is_over', {}, 'onDay');
  if (days > MOST_DAYS_AHEAD) return refuse('day_is_too_far_ahead', {}, 'onDay');
  if (exception.endMinute <= exception.startMinute) return refuse('end_comes_before_start', {}, 'endMinute');
  return accept(exception);
}

/** Whether somebody may pause from one day until the day on which they are back; it must not meet another pause. */
export function mayPause(
  pause: Omit<Pause, 'id'>,
  known: readonly Pause[],
  today: Temporal.PlainDate,
): Outcome<Omit<Pause, 'id'>> {
  const { fromOn, untilOn } = pause;
  if (Temporal.PlainDate.compare(fromOn, today) < 0) return refuse('day_is_over', {}, 'fromOn');
  if (today.until(fromOn).days > MOST_DAYS_AHEAD) return refuse('day_is_too_far_ahead', {}, 'fromOn');
  if (untilOn && Temporal.PlainDate.compare(untilOn, fromOn) <= 0)
    return refuse('back_comes_before_away', {}, 'untilOn');
  return known.some((other) => doMeet(pause, other))
    ? refuse('pause_meets_another', {}, 'fromOn')
    : accept(pause);
}

function doMeet(one: Omit<Pause, 'id'>, other: Omit<Pause, 'id'>): boolean {
  const isBefore = (end: Temporal.PlainDate | null, start: Temporal.PlainDate) =>
    end !== null && Temporal.PlainDate.compare(end, start) <= 0;
  return !isBefore(one.untilOn, other.fromOn) && !isBefore(other.untilOn, one.fromOn);
}

/** Minutes after midnight as a time of day: 510 is 08:30. */
export function clockTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** The stretches, as `day-from`, of which no minute lies in the organization's hours. */
export function ticksOutside({
  openWeekdays: weekdays,
  ...hours
}: Pick<Hours, 'openWeekdays' | 'opensAt' | 'closesAt'>): ReadonlySet<string> {
  const [fromMinute, untilMinute] = [minuteOf(hours.opensAt), minuteOf(hours.closesAt)];
  const isOutside = (day: number, [from, until]: readonly [number, number]) =>
    !weekdays.includes(day) || until <= fromMinute || from >= untilMinute;
  return new Set(
    WEEKDAYS.flatMap((day) =>
      PARTS_OF_DAY.filter((part) => isOutside(day, part)).map(([from]) => `${day}-${from}`),
    ),
  );
}
