import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { PolicyStep } from '../types.ts';

/** How far ahead a change can be announced. */
const MOST_DAYS_AHEAD = 366;

/**
 * When a policy comes into force: at once for today, else with the start of the day in Japan.
 * Refuses a day that is over and one more than a year ahead, beside `validFromOn`.
 */
export function forceFrom(validFromOn: Temporal.PlainDate, now: Temporal.Instant): Outcome<Temporal.Instant> {
  const today = now.toZonedDateTimeISO(TIME_ZONE).toPlainDate();
  const days = today.until(validFromOn, { largestUnit: 'days' }).days;
  if (days < 0) return refuse('policy_cannot_begin_in_the_past', {}, 'validFromOn');
  if (days > MOST_DAYS_AHEAD) return refuse('policy_begins_within_a_year', {}, 'validFromOn');
  return accept(days === 0 ? now : validFromOn.toZonedDateTime(TIME_ZONE).toInstant());
}

/** Whether the steps make a policy: without any required step everybody would be approved unseen. */
export function mayBePolicy(steps: readonly PolicyStep[]): Outcome<readonly PolicyStep[]> {
  if (steps.some((step) => step.demand === 'required')) return accept(steps);
  return refuse('one_step_must_be_required', {}, `demand.${steps[0]?.step ?? 'interview'}`);
}
