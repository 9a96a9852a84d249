import { isBefore } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type ActOn, begin, finish, type Performed, type Scene } from '../perform.ts';
import { endAssignment } from '../store/assignments.ts';
import { endVisit, findVisitRecord, insertVisit } from '../store/visits.ts';
import type { RequestAct, Transition } from '../transitions.ts';
import type { AbsentSide, Assignment } from '../types.ts';
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
export async function checkIn(tx: Tx, on: ActOn & Told): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'check_in', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  const met = timeTold(on, { plannedAt: assignment.startsAt, code: 'say_when_you_met', field: 'metAt' });
  if (!met.ok) return met;
  const may = mayCheckIn(assignment.startsAt, met.value);
  if (!may.ok) return may;
  await insertVisit(tx, assignment.id, met.value);
  return accept(await finish(tx, begun.value, { ids: { assignmentId: assignment.id } }));
}

/**
 * The visit is over: both are asked how it was. A volunteer who tells it late says when it was (`say_when_it_ended`,
 * `that_time_is_still_ahead`, `visit_ends_after_it_begins`).
 */
export async function checkOut(tx: Tx, on: ActOn & Told): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'check_out', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  const { checkedInAt } = await findVisitRecord(tx, assignment.id);
  const told = {
    plannedAt: assignment.endsAt,
    code: 'say_when_it_ended',
    field: 'endedAt',
    after: checkedInAt,
  };
  const ended = timeTold(on, told);
  if (!ended.ok) return ended;
  await endVisit(tx, assignment.id, ended.value);
  return accept(await finish(tx, begun.value, { ids: { assignmentId: assignment.id } }));
}

/**
 * The requester says that they met, once the visit should be over and its volunteer has not said so: it was as planned,
 * and both are asked how. Refuses `visit_is_not_over_yet`.
 */
export async function sayMet(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'say_met', on);
  if (!begun.ok) return begun;
  const { request, assignment } = begun.value;
  const { startsAt, endsAt } = assignment;
  if (!isUnsettled({ state: request.state, endsAt }, on.doer.now)) return refuse('visit_is_not_over_yet');
  const { checkedInAt } = await findVisitRecord(tx, assignment.id);
  if (!checkedInAt) await insertVisit(tx, assignment.id, startsAt);
  const hasBegunLate = checkedInAt !== null && isBefore(endsAt, checkedInAt);
  await endVisit(tx, assignment.id, hasBegunLate ? on.doer.now : endsAt);
  return accept(await finish(tx, begun.value, { ids: { assignmentId: assignment.id } }));
}

/**
 * Somebody was not there. The one who waited says so of the other; a coordinator says of whom.
 * Refuses `please_wait_a_little` in the first quarter of an hour.
 */
export async function recordNoShow(
  tx: Tx,
  on: ActOn & { readonly absent: AbsentSide; readonly reason: string },
): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'record_no_show', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  const may = mayRecordNoShow(assignment.startsAt, on.doer.now);
  if (!may.ok) return may;
  await endAssignment(tx, assignment.id, { because: 'no_show', absent: absentBy(on), now: on.doer.now });
  return accept(await finish(tx, begun.value, { reason: on.reason, ids: { assignmentId: assignment.id } }));
}

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

function absentBy({ doer, absent }: ActOn & { readonly absent: AbsentSide }): AbsentSide {
  if (doer.party === 'requester') return 'volunteer';
  return doer.party === 'assigned_volunteer' ? 'requester' : absent;
}

type Visiting = Scene & { readonly transition: Transition; readonly assignment: Assignment };

async function beginVisiting(tx: Tx, act: RequestAct, on: ActOn): Promise<Outcome<Visiting>> {
  const begun = await begin(tx, act, on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  if (!assignment) throw new Error('A confirmed request has an assignment.');
  return accept({ ...begun.value, assignment });
}
