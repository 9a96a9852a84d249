import { isBefore } from '../../../platform/clock.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type ActOn, does, promiseIn } from '../perform.ts';
import { endAssignment } from '../store/assignments.ts';
import { endVisit, findVisitRecord, insertVisit } from '../store/visits.ts';
import type { AbsentSide } from '../types.ts';
import {
  isToldLate,
  isUnsettled,
  mayCheckIn,
  mayHaveBeen,
  mayRecordNoShow,
  onPlannedDay,
} from './rules/visit.ts';

/** When it was, for what is told later: a time of the planned day. Absent: now. */
interface Told {
  readonly at?: Temporal.PlainTime | null;
}

/**
 * The volunteer has met the requester. Refuses `too_early_to_check_in` more than an hour before; a volunteer who tells
 * it late says when it was (`say_when_you_met`, `that_time_is_still_ahead`).
 */
export const checkIn = does('check_in', async (tx, scene, on: ActOn & Told) => {
  const { id, startsAt } = promiseIn(scene);
  const met = timeTold(on, { plannedAt: startsAt, code: 'say_when_you_met', field: 'metAt' });
  if (!met.ok) return met;
  const may = mayCheckIn(startsAt, met.value);
  if (!may.ok) return may;
  await insertVisit(tx, id, met.value);
  return accept({});
});

/**
 * The visit is over: both are asked how it was. A volunteer who tells it late says when it was (`say_when_it_ended`,
 * `that_time_is_still_ahead`, `visit_ends_after_it_begins`).
 */
export const checkOut = does('check_out', async (tx, scene, on: ActOn & Told) => {
  const { id, endsAt: plannedAt } = promiseIn(scene);
  const { checkedInAt: after } = await findVisitRecord(tx, id);
  const ended = timeTold(on, { plannedAt, code: 'say_when_it_ended', field: 'endedAt', after });
  if (!ended.ok) return ended;
  await endVisit(tx, id, ended.value);
  return accept({});
});

/**
 * The requester says that they met, once the visit should be over and its volunteer has not said so: it was as planned,
 * and both are asked how. Refuses `visit_is_not_over_yet`.
 */
export const sayMet = does('say_met', async (tx, scene, { doer: { now } }) => {
  const { id, startsAt, endsAt } = promiseIn(scene);
  if (!isUnsettled({ state: scene.request.state, endsAt }, now)) return refuse('visit_is_not_over_yet');
  const { checkedInAt } = await findVisitRecord(tx, id);
  if (!checkedInAt) await insertVisit(tx, id, startsAt);
  const hasBegunLate = checkedInAt !== null && isBefore(endsAt, checkedInAt);
  await endVisit(tx, id, hasBegunLate ? now : endsAt);
  return accept({});
});

type Missing = ActOn & { readonly absent: AbsentSide; readonly reason: string };

/**
 * Somebody was not there. The one who waited says so of the other; a coordinator says of whom.
 * Refuses `please_wait_a_little` in the first quarter of an hour.
 */
export const recordNoShow = does('record_no_show', async (tx, scene, on: Missing) => {
  const { id, startsAt } = promiseIn(scene);
  const { now } = on.doer;
  const may = mayRecordNoShow(startsAt, now);
  if (!may.ok) return may;
  await endAssignment(tx, id, { because: 'no_show', absent: absentBy(on), now });
  return accept({ reason: on.reason });
});

/** When something of a visit was: what was said, or the present where that can't be far from the truth. */
function timeTold(
  { doer, at }: ActOn & Told,
  told: { plannedAt: Temporal.Instant; code: string; field: string; after?: Temporal.Instant | null },
): Outcome<Temporal.Instant> {
  if (!at) {
    const mustSay = doer.party === 'assigned_volunteer' && isToldLate(told.plannedAt, doer.now);
    return mustSay ? refuse(told.code, {}, told.field) : accept(doer.now);
  }
  const instant = onPlannedDay(told.plannedAt, at);
  const may = mayHaveBeen(instant, { ...told, now: doer.now });
  return may.ok ? accept(instant) : may;
}

function absentBy({ doer, absent }: Missing): AbsentSide {
  if (doer.party === 'requester') return 'volunteer';
  return doer.party === 'assigned_volunteer' ? 'requester' : absent;
}
