import type { RequestState } from '../transitions.ts';

/** From both having confirmed until the visit is over. */
const WHILE_NEEDED: readonly RequestState[] = ['confirmed', 'in_progress'];

/**
 * Whether somebody may see the exact address of a visit: the requester and the volunteer, from confirmation to the end
 * of the visit; coordinators and everybody else never.
 */
export function maySeeExactAddress(
  request: {
    readonly state: RequestState;
    readonly requesterId: string;
    readonly volunteerId: string | null;
  },
  personId: string,
): boolean {
  if (!WHILE_NEEDED.includes(request.state)) return false;
  return personId === request.requesterId || personId === request.volunteerId;
}
