import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { raiseConcern } from '../../trust/index.ts';
import type { RequestEvent } from '../events.ts';
import { type ActOn, enter, idsOf, type Performed, performedIn, type Scene } from '../perform.ts';
import { updateRequest } from '../store/requests.ts';
import { correctReport, findVisitRecord, insertFeedback, insertReport } from '../store/visits.ts';
import { tell } from '../tell.ts';
import type { Assignment, VisitFeedback, VisitReport } from '../types.ts';
import { closeWhenBothHaveSaid } from './close-request.ts';

/**
 * The volunteer says what was done, and may correct it until the request is closed. Refuses `visit_is_not_over_yet`,
 * `you_have_already_reported` after that.
 */
export async function reportVisit(
  tx: Tx,
  on: ActOn & { readonly report: VisitReport },
): Promise<Outcome<Performed>> {
  const entered = await enterAfterVisit(tx, on, 'assigned_volunteer');
  if (!entered.ok) return entered;
  const { request, assignment } = entered.value;
  if ((await findVisitRecord(tx, assignment.id)).report) {
    if (request.state === 'closed') return refuse('you_have_already_reported');
    await correctReport(tx, assignment.id, on.report);
    return accept(performedIn(entered.value));
  }
  await insertReport(tx, assignment.id, on.report, on.doer.now);
  return tellAndClose(tx, entered.value, 'spot.visit.reported');
}

/**
 * The requester says how it was. Anything unsafe reaches the coordinators at once as a concern, and the
 * request stays open for them. Refuses `visit_is_not_over_yet`, `you_have_already_said_how_it_was`.
 */
export async function giveFeedback(
  tx: Tx,
  on: ActOn & { readonly feedback: VisitFeedback },
): Promise<Outcome<Performed>> {
  const entered = await enterAfterVisit(tx, on, 'requester');
  if (!entered.ok) return entered;
  const { assignment } = entered.value;
  if ((await findVisitRecord(tx, assignment.id)).feedback) return refuse('you_have_already_said_how_it_was');
  await insertFeedback(tx, assignment.id, on.feedback, on.doer.now);
  if (on.feedback.isUnsafe) {
    // The version rises: nobody closes the request from a page that does not show the worry.
    await updateRequest(tx, on.requestId, { state: entered.value.request.state });
    await raiseConcern(tx, {
      about: assignment.volunteerId,
      by: on.doer.personId,
      program: 'spot',
      objectKind: 'spot.request',
      objectId: on.requestId,
      words: on.feedback.unsafeWords ?? '',
      now: on.doer.now,
    });
  }
  return tellAndClose(tx, entered.value, 'spot.feedback.given');
}

type AfterVisit = Scene & { readonly assignment: Assignment };

async function enterAfterVisit(
  tx: Tx,
  on: ActOn,
  party: 'assigned_volunteer' | 'requester',
): Promise<Outcome<AfterVisit>> {
  if (on.doer.party !== party) return refuse('this_is_not_yours_to_do');
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const { request, assignment } = entered.value;
  const isOver = request.state === 'visited' || request.state === 'closed';
  if (!isOver || !assignment) return refuse('visit_is_not_over_yet');
  return accept({ ...entered.value, assignment });
}

async function tellAndClose(tx: Tx, scene: AfterVisit, type: RequestEvent): Promise<Outcome<Performed>> {
  await tell(tx, type, idsOf(scene));
  await closeWhenBothHaveSaid(tx, scene);
  return accept(performedIn(scene));
}
