import type { Season } from '../types.ts';

/** Longer than any turn of the year: offices are shut for nine days at the most. */
export const MOST_DAYS = 21;

/** Every day of a season. */
export function daysOf({ from, to }: Pick<Season, 'from' | 'to'>): Temporal.PlainDate[] {
  const count = from.until(to, { largestUnit: 'day' }).days + 1;
  return Array.from({ length: Math.max(0, count) }, (_, days) => from.add({ days }));
}

/** Those that are not over. */
export function daysLeft(season: Season, today: Temporal.PlainDate): Temporal.PlainDate[] {
  return daysOf(season).filter((day) => Temporal.PlainDate.compare(day, today) >= 0);
}

export function isOver({ to }: Season, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, to) > 0;
}

/** Whether the home page leads to it. */
export function isShown(season: Season, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(today, season.shownFrom) >= 0 && !isOver(season, today);
}

/** What is wrong with the days that somebody sets; null when they go together. */
export function faultOf({
  from,
  to,
  shownFrom,
}: Season): 'end_after_beginning' | 'show_before_beginning' | null {
  const days = from.until(to, { largestUnit: 'day' }).days;
  if (days < 0 || days >= MOST_DAYS) return 'end_after_beginning';
  return Temporal.PlainDate.compare(shownFrom, from) > 0 ? 'show_before_beginning' : null;
}
