import { isWorryOpen } from '../../close/rules/worry.ts';
import { FINAL_STATES } from '../../transitions.ts';
import type { AbsentSide, Assignment, SupportRequest, VisitRecord } from '../../types.ts';

/** One of the two whom a request brings together. */
export type Side = AbsentSide;

const BOTH: readonly Side[] = ['requester', 'volunteer'];
/** A visit called off this short before it begins is told by telephone. */
const SOON = { hours: 2 };
const REMIND_BEFORE = { hours: 24 };
const ASK_HOW_IT_WAS_AFTER = { hours: 72 };

interface Calling {
  readonly request: Pick<SupportRequest, 'state' | 'stateSince' | 'possibleTimes'>;
  readonly assignment: Pick<Assignment, 'startsAt'> | null;
  readonly record: VisitRecord | null;
  /** Nothing else reaches whoever asked. */
  readonly isByPhoneOnly?: boolean;
}

/**
 * Whom a coordinator may have to telephone now, and whose number they are shown therefore; nobody while others act. Both
 * during a visit and just before it, although nobody need call when all goes well: who is stopped then, or worried, can't
 * wait until the desk asks for it (`nextActOf`). Otherwise the instants are those at which it does.
 */
export function whomToCall(calling: Calling, now: Temporal.Instant): readonly Side[] {
  const sides = whomToCallNow(calling, now);
  const isLeftOut = calling.isByPhoneOnly && !sides.includes('requester');
  return isLeftOut && !FINAL_STATES.includes(calling.request.state) ? ['requester', ...sides] : sides;
}

function whomToCallNow({ request, assignment, record }: Calling, now: Temporal.Instant): readonly Side[] {
  const isPast = (at: Temporal.Instant) => Temporal.Instant.compare(at, now) <= 0;
  switch (request.state) {
    case 'in_progress':
    case 'no_show':
      return BOTH;
    case 'unfilled':
      return ['requester'];
    case 'open':
      return request.possibleTimes.some((time) => isPast(time.subtract(SOON))) ? ['requester'] : [];
    case 'accepted':
      return assignment && isPast(assignment.startsAt.subtract(REMIND_BEFORE)) ? ['requester'] : [];
    case 'confirmed':
      return assignment && isPast(assignment.startsAt.subtract(SOON)) ? BOTH : [];
    case 'visited':
      return (record && isWorryOpen(record)) || isPast(request.stateSince.add(ASK_HOW_IT_WAS_AFTER))
        ? BOTH
        : [];
    default:
      return [];
  }
}
