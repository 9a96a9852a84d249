import type { Waiting } from '../../../matching/index.ts';
import { dayInJapan } from '../../people/index.ts';
import type { Application } from '../types.ts';

/** After so many days without a word of theirs, somebody is asked whether they still wish to. */
export const ASK_AFTER_DAYS = 90;
/** So many days after that, with no answer, the application expires. */
export const EXPIRE_AFTER_DAYS = 30;
/** Of fewer waits than these, a middle says nothing. */
export const FEWEST_WAITS = 5;

/** Whole days between two instants by the calendar of Japan. */
export function daysBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return dayInJapan(from).until(dayInJapan(to), { largestUnit: 'days' }).days;
}

type Paused = Pick<Application, 'pausedAt' | 'pausedDays'>;

/** Days of all pauses since the application is ready, the one under way too. */
export function pausedDaysAt({ pausedAt, pausedDays }: Paused, now: Temporal.Instant): number {
  return pausedDays + (pausedAt ? daysBetween(pausedAt, now) : 0);
}

/** How long somebody has waited, without pauses. */
export function waitedDays(
  application: Paused & Pick<Application, 'readyAt'>,
  now: Temporal.Instant,
): number {
  const { readyAt } = application;
  return readyAt ? Math.max(0, daysBetween(readyAt, now) - pausedDaysAt(application, now)) : 0;
}

/** A wait as the engine finds its urgency. */
export function waitingOf({
  readyAt,
  submittedAt,
  pausedDays,
  need,
  fallenThrough,
}: Pick<Application, 'readyAt' | 'submittedAt' | 'pausedDays' | 'need' | 'fallenThrough'>): Waiting {
  return { since_on: dayInJapan(readyAt ?? submittedAt).toString(), pausedDays, need, fallenThrough };
}

/** The middle of some numbers, the lower one of two; null for fewer than `FEWEST_WAITS`. */
export function medianOf(days: readonly number[]): number | null {
  if (days.length < FEWEST_WAITS) return null;
  return days.toSorted((a, b) => a - b)[Math.floor((days.length - 1) / 2)] ?? null;
}
