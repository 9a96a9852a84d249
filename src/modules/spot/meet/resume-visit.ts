import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome } from '../../../platform/refusal.ts';
import { mayMeet } from '../offer/fitness.ts';
import { type ActOn, begin, finish, type Performed } from '../perform.ts';
import { findVisitRecord, resumeVisitRow } from '../store/visits.ts';
import { mayResume } from './rules/visit.ts';

/**
 * The volunteer has ended a visit by mistake: it goes on, and with it what both see of each other. Refuses
 * `visit_should_be_over`, `somebody_has_said_how_it_was`, and whom they must not meet any more (`mayMeet`).
 */
export async function resumeVisit(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const begun = await begin(tx, 'resume', on);
  if (!begun.ok) return begun;
  const { request, assignment } = begun.value;
  if (!assignment) throw new Error('A visit that is over has an assignment.');
  const { report, feedback } = await findVisitRecord(tx, assignment.id);
  const visit = { endsAt: assignment.endsAt, isReported: report !== null, hasFeedback: feedback !== null };
  const may = mayResume(visit, on.doer.now);
  if (!may.ok) return may;
  const meet = await mayMeet(tx, { request, volunteerId: assignment.volunteerId, now: on.doer.now });
  if (!meet.ok) return meet;
  await resumeVisitRow(tx, assignment.id);
  return accept(await finish(tx, begun.value, { ids: { assignmentId: assignment.id } }));
}
