import { isBefore } from '../../../../platform/clock.ts';
import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import type { RequestState } from '../../transitions.ts';

/** Arriving early is fine; an hour before is a slip of the finger. */
const CHECK_IN_BEFORE = { hours: 1 };
const WAITED_AT_LEAST = { minutes: 15 };
/** Whoever presses a button later than this after the plan has forgotten it, and says the time instead. */
const FORGOTTEN_AFTER = { minutes: 30 };

/** Whether a visit can begin now. Refuses `too_early_to_check_in`. */
export function mayCheckIn(startsAt: Temporal.Instant, now: Temporal.Instant): Outcome<null> {
  const isTooEarly = Temporal.Instant.compare(now, startsAt.subtract(CHECK_IN_BEFORE)) < 0;
  return isTooEarly ? refuse('too_early_to_check_in') : accept(null);
}

/** Whether beginning or end of a visit is told so long after the plan that the present is not when it was. */
export function isToldLate(plannedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, plannedAt.add(FORGOTTEN_AFTER)) > 0;
}

/** Whether a visit should be over, and nobody has said so yet: then both are asked whether they met. */
export function isUnsettled(
  { state, endsAt }: { readonly state: RequestState; readonly endsAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return (state === 'confirmed' || state === 'in_progress') && isToldLate(endsAt, now);
}

/** Whether a visit would end before its time: asked once more, because the button stands where the first one stood. */
export function isEndedEarly(endsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return isBefore(now, endsAt);
}

/**
 * Whether a visit that was ended by mistake can go on: until it should be over, and nobody has said how it was.
 * Refuses `visit_should_be_over`, `somebody_has_said_how_it_was`.
 */
export function mayResume(
  visit: { readonly endsAt: Temporal.Instant; readonly isReported: boolean; readonly hasFeedback: boolean },
  now: Temporal.Instant,
): Outcome<null> {
  if (isToldLate(visit.endsAt, now)) return refuse('visit_should_be_over');
  const isSaid = visit.isReported || visit.hasFeedback;
  return isSaid ? refuse('somebody_has_said_how_it_was') : accept(null);
}

/** The minutes a report begins with: those between the two buttons, or the planned ones where both were pressed late. */
export function minutesToPropose(plan: Span, visit: Span): number {
  const [planned, seen] = [minutesOf(plan), minutesOf(visit)];
  return seen * 2 < planned ? planned : seen;
}

interface Span {
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

function minutesOf({ startsAt, endsAt }: Span): number {
  return Math.max(1, Math.round(startsAt.until(endsAt).total('minutes')));
}

/**
 * Whether a visit can have begun or ended at an instant of the past.
 * @param told.after when it began, for its end
 * Refuses `that_time_is_still_ahead`, `visit_ends_after_it_begins`; `field` is where the time was typed.
 */
export function mayHaveBeen(
  at: Temporal.Instant,
  told: { readonly now: Temporal.Instant; readonly after?: Temporal.Instant | null; readonly field: string },
): Outcome<null> {
  if (Temporal.Instant.compare(at, told.now) > 0) return refuse('that_time_is_still_ahead', {}, told.field);
  const isBefore = told.after && Temporal.Instant.compare(at, told.after) <= 0;
  return isBefore ? refuse('visit_ends_after_it_begins', {}, told.field) : accept(null);
}

/** A time of day on the day of the plan, in Japan. */
export function onPlannedDay(plannedAt: Temporal.Instant, time: Temporal.PlainTime): Temporal.Instant {
  return plannedAt.toZonedDateTimeISO(TIME_ZONE).withPlainTime(time).toInstant();
}

/** The time of day in Japan as a time field has it, such as `09:30`. */
export function timeOfDayOf(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(TIME_ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
}

/** Whether it can be said that somebody did not come. Refuses `please_wait_a_little` in the first quarter of an hour. */
export function mayRecordNoShow(startsAt: Temporal.Instant, now: Temporal.Instant): Outcome<null> {
  const isTooEarly = Temporal.Instant.compare(now, startsAt.add(WAITED_AT_LEAST)) < 0;
  return isTooEarly ? refuse('please_wait_a_little') : accept(null);
}

/**
 * When a coordinator takes over, unless somebody says yes before: so many hours before the last possible time. A request
 * that was opened when it was near already is left to the volunteers until its last time has come.
 */
export function takesOverAt(
  request: { readonly lastPossibleAt: Temporal.Instant; readonly openSince: Temporal.Instant },
  beforeHours: number,
): Temporal.Instant {
  const deadline = request.lastPossibleAt.subtract({ hours: beforeHours });
  return isBefore(request.openSince, deadline) ? deadline : request.lastPossibleAt;
}

/** Until when whoever was asked can still help by answering; null once there is no use in it. */
export function answerWantedUntil(
  card: { readonly possibleTimes: readonly Temporal.Instant[]; readonly openSince: Temporal.Instant },
  beforeHours: number,
  now: Temporal.Instant,
): Temporal.Instant | null {
  const lastPossibleAt = card.possibleTimes.at(-1);
  if (!lastPossibleAt) return null;
  const at = takesOverAt({ lastPossibleAt, openSince: card.openSince }, beforeHours);
  return isBefore(now, at) ? at : null;
}

/** Whether a coordinator has to take over: the last possible time is near, and nobody has said yes. */
export function isTooLateToAsk(
  request: { readonly lastPossibleAt: Temporal.Instant; readonly openSince: Temporal.Instant },
  now: Temporal.Instant,
  beforeHours: number,
): boolean {
  return !isBefore(now, takesOverAt(request, beforeHours));
}
