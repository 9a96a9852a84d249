import { TIME_ZONE } from '../../../platform/languages/formats.tsx';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Restriction, RestrictionKind, Standing } from '../types.ts';

/** The kinds a coordinator can set. */
export const STAFF_RESTRICTIONS = [
  'pause',
  'not_with_children',
  'only_online',
  'apart',
  'suspension',
] as const;

const MOST_DAYS_OF_PAUSE = 731;

/**
 * When a pause ends: with the start of the first day back, in Japan.
 * Refuses a first day back that isn't after today, or more than two years away.
 */
export function pauseUntil(
  untilOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Outcome<Temporal.Instant | null> {
  if (!untilOn) return accept(null);
  const days = today.until(untilOn, { largestUnit: 'days' }).days;
  if (days <= 0) return refuse('first_day_back_comes_after_today', {}, 'untilOn');
  if (days > MOST_DAYS_OF_PAUSE) return refuse('pause_is_at_most_two_years', {}, 'untilOn');
  return accept(untilOn.toZonedDateTime(TIME_ZONE).toInstant());
}

/** Whether one kind of restriction can be set now: not twice at once. */
export function maySet(kind: RestrictionKind, standing: Standing): Outcome<null> {
  if (!standing.restrictions.some((one) => one.kind === kind)) return accept(null);
  return refuse(kind === 'pause' ? 'pause_holds_already' : 'restriction_holds_already', {}, 'kind');
}

/** Whether two people can be kept apart: two different ones, not twice at once. */
export function mayKeepApart(standing: Standing, otherId: string): Outcome<null> {
  if (standing.personId === otherId) return refuse('other_person_is_the_same', {}, 'otherPerson');
  const holds = standing.restrictions.some(
    (one) => one.kind === 'apart' && otherOf(one, standing.personId) === otherId,
  );
  return holds ? refuse('restriction_holds_already', {}, 'otherPerson') : accept(null);
}

/** Whether a restriction of somebody can be lifted: it must hold at the instant. */
export function mayLift(
  restriction: Restriction | null,
  personId: string,
  now: Temporal.Instant,
): Outcome<Restriction> {
  const isTheirs = restriction?.personId === personId || restriction?.otherPersonId === personId;
  if (!restriction || !isTheirs) return refuse('restriction_is_unknown', {}, 'restrictionId');
  const isOver = restriction.untilAt && Temporal.Instant.compare(restriction.untilAt, now) <= 0;
  return isOver ? refuse('restriction_is_over', {}, 'restrictionId') : accept(restriction);
}

/** Of two people kept apart, the one who isn't this one; null for any other restriction. */
export function otherOf(restriction: Restriction, personId: string): string | null {
  return restriction.otherPersonId === personId ? restriction.personId : restriction.otherPersonId;
}
