import { FINAL_STATES, type RequestState } from '../../transitions.ts';

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

/** Who looks at the photos of a request. */
export type PhotoViewer = 'requester' | 'assigned_volunteer' | 'coordinator';

/**
 * Whether somebody may see the photos of a request: who brought them until they are forgotten, coordinators until the
 * request has ended, the volunteer who comes along as long as the address, and nobody else.
 */
export function maySeePhotos(viewer: PhotoViewer, state: RequestState): boolean {
  if (viewer === 'requester') return true;
  return viewer === 'coordinator' ? !FINAL_STATES.includes(state) : WHILE_NEEDED.includes(state);
}
