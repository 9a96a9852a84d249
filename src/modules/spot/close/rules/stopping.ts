import type { Limit } from '../../../trust/index.ts';
import type { RequestState } from '../../transitions.ts';
import type { Assignment, SupportRequest } from '../../types.ts';

/** What becomes of a request by itself when one of its two people may not go on; `leave`: a person has to settle it. */
export type Consequence = 'cancel' | 'release' | 'close' | 'leave';

/** Whose part it was. */
export type StoppedParty = 'requester' | 'assigned_volunteer';

/** A visit at this distance may be too near for a mail to be read in time. */
const ABOUT_TO_BEGIN = { hours: 2 };

const isPast = (assignment: Assignment | null, now: Temporal.Instant) =>
  assignment !== null && Temporal.Instant.compare(assignment.endsAt, now) <= 0;

/**
 * What follows for a request when its requester, or its volunteer, was suspended. What has been agreed on and lies
 * ahead is undone; what happens or has happened stays as it is, for a coordinator to settle: nobody knows by program
 * whether two people have met.
 */
export function afterStopping(
  party: StoppedParty,
  { state, assignment }: { state: RequestState; assignment: Assignment | null },
  now: Temporal.Instant,
): Consequence {
  switch (state) {
    case 'submitted':
    case 'asked_back':
    case 'open':
    case 'unfilled':
      return party === 'requester' ? 'cancel' : 'leave';
    case 'accepted':
      return party === 'requester' ? 'cancel' : 'release';
    case 'confirmed':
      if (isPast(assignment, now)) return 'leave';
      return party === 'requester' ? 'cancel' : 'release';
    case 'no_show':
      return party === 'requester' ? 'close' : 'leave';
    default:
      return 'leave';
  }
}

/** Whether the two may be together, or on their way: then somebody has to telephone. */
export function mayBeTogether(
  { state, assignment }: { state: RequestState; assignment: Assignment | null },
  now: Temporal.Instant,
): boolean {
  if (state === 'in_progress') return true;
  if (state !== 'confirmed' || !assignment || isPast(assignment, now)) return false;
  return Temporal.Instant.compare(assignment.startsAt, now.add(ABOUT_TO_BEGIN)) <= 0;
}

/** The kinds of help at which children are likely to be present. */
const WITH_CHILDREN = ['childcare', 'education'];

/** Whether a limit that the organization has set keeps a volunteer from helping with a request. */
export function isRuledOut(
  limits: ReadonlySet<string>,
  request: Pick<SupportRequest, 'category'> & { readonly place: Pick<SupportRequest['place'], 'kind'> },
): boolean {
  const holds = (limit: Limit) => limits.has(limit);
  if (holds('only_online') && request.place.kind === 'place') return true;
  return holds('not_with_children') && WITH_CHILDREN.includes(request.category);
}
