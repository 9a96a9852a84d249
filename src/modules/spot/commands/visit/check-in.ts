import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../../platform/refusal.ts';
import { mayCheckIn, mayRecordNoShow } from '../../rules/visit.ts';
import { endAssignment } from '../../store/assignments.ts';
import { endVisit, insertVisit } from '../../store/visits.ts';
import type { RequestAct, Transition } from '../../transitions.ts';
import type { AbsentSide, Assignment } from '../../types.ts';
import { type ActOn, begin, finish, type Performed, type Scene } from '../perform.ts';

/** The volunteer has met the requester. Refuses `too_early_to_check_in` more than an hour before. */
export async function checkIn(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'check_in', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  const may = mayCheckIn(assignment.startsAt, on.doer.now);
  if (!may.ok) return may;
  await insertVisit(tx, assignment.id, on.doer.now);
  return accept(await finish(tx, begun.value, { ids: { assignmentId: assignment.id } }));
}

/** The visit is over: both are asked how it was. */
export async function checkOut(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await beginVisiting(tx, 'check_out', on);
  if (!begun.ok) return begun;
  const { assignment } = begun.value;
  await endVisit(tx, assignment.id, on.doer.now);
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
