import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';

/** Arriving early is fine; an hour before is a slip of the finger. */
const CHECK_IN_BEFORE = { hours: 1 };
const WAITED_AT_LEAST = { minutes: 15 };

/** Whether a visit can begin now. Refuses `too_early_to_check_in`. */
export function mayCheckIn(startsAt: Temporal.Instant, now: Temporal.Instant): Outcome<null> {
  const isTooEarly = Temporal.Instant.compare(now, startsAt.subtract(CHECK_IN_BEFORE)) < 0;
  return isTooEarly ? refuse('too_early_to_check_in') : accept(null);
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
  const wasNear = Temporal.Instant.compare(request.openSince, deadline) >= 0;
  return wasNear ? request.lastPossibleAt : deadline;
}

/** Whether a coordinator has to take over: the last possible time is near, and nobody has said yes. */
export function isTooLateToAsk(
  request: { readonly lastPossibleAt: Temporal.Instant; readonly openSince: Temporal.Instant },
  now: Temporal.Instant,
  beforeHours: number,
): boolean {
  return Temporal.Instant.compare(now, takesOverAt(request, beforeHours)) >= 0;
}
