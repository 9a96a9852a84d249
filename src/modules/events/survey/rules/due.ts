import { dayOf } from '../../../../kits/slots/index.ts';
import { SLEEPS, WAKES } from '../../seats/rules/waking.ts';

/** People are on their way home for as long. */
export const AFTER = { hours: 2 };
/** Whoever was not asked by then has forgotten how it was. */
export const UNTIL = { hours: 24 * 3 };

/** Whether those who had seats are asked now how it was: some hours after the end, for days, while people are awake. */
export function isSurveyDue(endsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const has = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  const today = dayOf(now);
  return has(endsAt.add(AFTER)) && !has(endsAt.add(UNTIL)) && has(WAKES.on(today)) && !has(SLEEPS.on(today));
}
