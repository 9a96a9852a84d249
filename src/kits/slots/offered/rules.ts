import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { daily } from '../daily.ts';
import type { Hours } from '../hours.ts';
import { isClosedAt } from '../opening.ts';

export const SLOT_MINUTES = { least: 10, most: 240 };
export const SLOT_PLACES = ['online', 'place'] as const;
export type SlotPlace = (typeof SLOT_PLACES)[number];

/** As many as somebody keeps open at once: what lies ahead stands on one page. */
export const MOST_OPEN = 100;
const MOST_DAYS_AHEAD = 366;

/** What somebody keeps open: so long a part of a day, cut into times of equal length. */
export interface Offering {
  readonly day: Temporal.PlainDate;
  readonly from: string;
  readonly until: string;
  readonly minutes: number;
}

/**
 * The starts of the times in a part of a day, one behind the other; what is left over at its end is none. Refuses the
 * past, more than a year ahead, less than one time, and when the organization is closed.
 */
export function startsOf(
  { day, from, until, minutes }: Offering,
  hours: Hours,
  now: Temporal.Instant,
): Outcome<readonly Temporal.Instant[]> {
  const begin = daily(from, hours.timeZone).on(day);
  const length = begin.until(daily(until, hours.timeZone).on(day)).total('minutes');
  const starts = Array.from({ length: Math.max(0, Math.floor(length / minutes)) }, (_, at) =>
    begin.add({ minutes: at * minutes }),
  );
  if (starts.length === 0) return refuse('no_time_fits_between', {}, 'until');
  if (Temporal.Instant.compare(begin, now) <= 0) return refuse('times_are_past', {}, 'day');
  if (Temporal.Instant.compare(begin, now.add({ hours: 24 * MOST_DAYS_AHEAD })) > 0)
    return refuse('times_are_within_a_year', {}, 'day');
  if (starts.some((startsAt) => isClosedAt({ startsAt, minutes }, hours)))
    return refuse('times_are_closed', {}, 'from');
  return accept(starts);
}
