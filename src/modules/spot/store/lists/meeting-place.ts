import type { Database } from '../../../../platform/database/connect.ts';
import { maySeeExactAddress } from '../../meet/rules/address.ts';
import { findAssignment } from '../assignments.ts';
import { findExactAddress, findRequest } from '../requests.ts';

/**
 * The exact address of a visit for one of the two people, from confirmation to its end.
 * @returns null for everybody else, at any other time, and when the visit needs none
 */
export async function findMeetingPlace(
  db: Database,
  ask: { requestId: string; personId: string },
): Promise<string | null> {
  const request = await findRequest(db, ask.requestId);
  if (!request) return null;
  const assignment = await findAssignment(db, ask.requestId);
  const parties = { ...request, volunteerId: assignment?.isActive ? assignment.volunteerId : null };
  return maySeeExactAddress(parties, ask.personId) ? findExactAddress(db, ask.requestId) : null;
}
