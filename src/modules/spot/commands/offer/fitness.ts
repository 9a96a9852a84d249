import type { Database } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { findStanding, isApprovedVolunteer, personsKeptApart } from '../../../trust/index.ts';
import type { SupportRequest } from '../../types.ts';

/**
 * Whether a volunteer may still take a request they were asked for: approval may have ended since, or the two may be
 * kept apart by now. That two people are kept apart is never told: it reads as a request that is no longer open.
 * Refuses `you_are_not_approved_now`, `request_is_no_longer_open`.
 */
export async function mayBeAsked(
  db: Database,
  { request, volunteerId, now }: { request: SupportRequest; volunteerId: string; now: Temporal.Instant },
): Promise<Outcome<null>> {
  if (!(await isApprovedVolunteer(db, volunteerId, now))) return refuse('you_are_not_approved_now');
  const keptApart = await personsKeptApart(db, request.requesterId);
  return keptApart.has(volunteerId) ? refuse('request_is_no_longer_open') : accept(null);
}

/**
 * Whether two people may still meet who have nearly agreed: since the volunteer's yes one may have been suspended, or
 * the two be kept apart. Neither is told: it reads as a request that has changed. Refuses `request_has_changed_since`.
 */
export async function mayMeet(
  db: Database,
  { request, volunteerId, now }: { request: SupportRequest; volunteerId: string; now: Temporal.Instant },
): Promise<Outcome<null>> {
  const keptApart = await personsKeptApart(db, request.requesterId);
  const { restrictions } = await findStanding(db, volunteerId, now);
  const isStopped = keptApart.has(volunteerId) || restrictions.some(({ kind }) => kind === 'suspension');
  return isStopped ? refuse('request_has_changed_since') : accept(null);
}
