import type { Deadline } from '../store/deadlines.ts';

/** From so many days before on, somebody has to look at it. */
export const WARN_DAYS = [14, 7, 3, 1, 0] as const;
const NEAR_DAYS = 7;

/** Whole days until it; 0 on the day itself, less than that once it is over. */
export function daysLeft({ onDay }: Pick<Deadline, 'onDay'>, today: Temporal.PlainDate): number {
  return today.until(onDay).days;
}

export function isNear(deadline: Pick<Deadline, 'onDay' | 'doneAt'>, today: Temporal.PlainDate): boolean {
  return deadline.doneAt === null && daysLeft(deadline, today) <= NEAR_DAYS;
}

/**
 * Whether it is time to tell the one who is responsible again, and for which of the steps.
 * @param toldDays the step for which they were told last; null where never
 * @returns the step; null where they know already, or it is far away
 */
export function stepToTell(left: number, toldDays: number | null): number | null {
  const step = WARN_DAYS.findLast((days) => left <= days);
  if (step === undefined) return null;
  return toldDays === null || step < toldDays ? step : null;
}
