import { accept } from '../../../platform/refusal.ts';
import { mayMeet } from '../offer/fitness.ts';
import { does, promiseIn } from '../perform.ts';
import { findVisitRecord, resumeVisitRow } from '../store/visits.ts';
import { mayResume } from './rules/visit.ts';

/**
 * The volunteer has ended a visit by mistake: it goes on, and with it what both see of each other. Refuses
 * `visit_should_be_over`, `somebody_has_said_how_it_was`, and whom they must not meet any more (`mayMeet`).
 */
export const resumeVisit = does('resume', async (tx, scene, { doer: { now } }) => {
  const { id, endsAt, volunteerId } = promiseIn(scene);
  const { report, feedback } = await findVisitRecord(tx, id);
  const may = mayResume({ endsAt, isReported: report !== null, hasFeedback: feedback !== null }, now);
  if (!may.ok) return may;
  const meet = await mayMeet(tx, { request: scene.request, volunteerId, now });
  if (!meet.ok) return meet;
  await resumeVisitRow(tx, id);
  return accept({});
});
