import { isBefore } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { dayInJapan, peopleEvents } from '../../people/index.ts';
import { hasOpenConcern } from '../../trust/index.ts';
import { type ActOn, does, type Scene } from '../perform.ts';
import { endAssignment } from '../store/assignments.ts';
import { findVisitRecord } from '../store/visits.ts';
import type { Assignment, AssignmentEnd } from '../types.ts';
import { isWorryOpen, mayClose } from './rules/worry.ts';

/**
 * Closes a request after its visit, or after somebody was not there.
 * Refuses while a concern about it is open (`look_into_the_concern_first`), and the volunteer themselves.
 */
export const closeRequest = does('close', (tx, scene) => end(tx, scene, 'fulfilled'));

/**
 * Closes a request of which nobody has said whether its two met; who had begun has met. Refuses while a concern about it
 * is open (`look_into_the_concern_first`), and one whose time was not over before an instant (`request_has_moved_on`).
 */
export const lapseRequest = does(
  'lapse',
  async (tx, scene, on: ActOn & { readonly before: Temporal.Instant }) => {
    const { request, assignment } = scene;
    if (!assignment || !isBefore(assignment.endsAt, on.before)) return refuse('request_has_moved_on');
    return end(tx, scene, request.state === 'in_progress' ? 'fulfilled' : 'unknown');
  },
);

async function end(
  tx: Tx,
  { request, assignment, doer }: Scene,
  because: AssignmentEnd,
): Promise<Outcome<object>> {
  const open = await hasOpenConcern(tx, 'spot.request', request.id);
  const may = mayClose({ assignment, hasOpenConcern: open }, doer);
  if (!may.ok) return may;
  if (assignment?.isActive) await endAssignment(tx, assignment.id, { because, now: doer.now });
  if (assignment && because === 'fulfilled') {
    const ids = { residentId: request.requesterId, volunteerId: assignment.volunteerId };
    await peopleEvents.publish(tx, { type: 'people.two.met', ids });
    await peopleEvents.publish(tx, { type: 'people.deed.done', ids: deedOf(assignment) });
    const { municipalityCode } = request.place;
    const given = { helpKind: request.category, ...(municipalityCode && { municipalityCode }) };
    await peopleEvents.publish(tx, { type: 'people.help.given', ids: given });
  }
  return accept({});
}

/** A visit that took place, as whoever counts deeds hears of it. */
function deedOf({ id, startsAt }: Assignment) {
  const month = dayInJapan(startsAt).toPlainYearMonth().toString();
  return { program: 'spot', deedKind: 'visit', objectId: id, part: 'whole', month };
}

/** When both have said how it was and no worry is left to look into, nobody needs to close the request by hand. */
export async function closeWhenBothHaveSaid(
  tx: Tx,
  { request, assignment, doer }: Scene & { readonly assignment: Assignment },
): Promise<void> {
  if (request.state !== 'visited') return;
  const record = await findVisitRecord(tx, assignment.id);
  if (!record.report || !record.feedback || isWorryOpen(record)) return;
  const byItself = { personId: null, party: 'program', now: doer.now } as const;
  await closeRequest(tx, { requestId: request.id, doer: byItself });
}
