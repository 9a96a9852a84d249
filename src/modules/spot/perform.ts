import { doing } from '../../kits/acts/index.ts';
import { accept, refuse } from '../../platform/refusal.ts';
import { findAssignment } from './store/assignments.ts';
import { insertHistory } from './store/history.ts';
import { lockRequest, type RequestChanges, updateRequest } from './store/requests.ts';
import { type RequestIds, tell } from './tell.ts';
import { FINAL_STATES, requestLife } from './transitions.ts';
import type { Assignment, Doer, SupportRequest } from './types.ts';

/** Which request, who acts on it, and from which version of it (absent: whichever). */
export interface ActOn {
  readonly requestId: string;
  readonly doer: Doer;
  readonly version?: number | undefined;
}

/** Whom an act concerned: for the audit entry and the next page. */
export interface Performed {
  readonly requestId: string;
  readonly requesterId: string;
  readonly volunteerId: string | null;
}

/** A request locked for an act, with its volunteer. */
export interface Scene {
  readonly request: SupportRequest;
  readonly assignment: Assignment | null;
  readonly doer: Doer;
}

/** What is written with the step of a request. */
interface Ending {
  readonly reason: string;
  readonly changes: RequestChanges;
  /** More ids for the event. */
  readonly ids: Partial<RequestIds>;
}

/**
 * Acts on a request. `enter` locks it and checks that the doer has the part in it that they claim; `does` makes a command.
 * Refuse `request_is_unknown`, `this_is_not_yours_to_do`, `request_has_changed_since`, and what has happened meanwhile.
 */
export const { enter, does } = doing<typeof requestLife.acts, ActOn, Scene, Ending, Performed>({
  life: requestLife,
  unknown: 'request_is_unknown',
  async lock(tx, { requestId, doer }) {
    const request = await lockRequest(tx, requestId);
    return request && { request, assignment: await findAssignment(tx, request.id), doer };
  },
  stateOf: ({ request }) => request.state,
  partyOf: ({ doer }) => doer.party,
  isTheirs(scene, { version }) {
    if (!hasPart(scene)) return refuse('this_is_not_yours_to_do');
    const isOlder = version !== undefined && version !== scene.request.version;
    return isOlder ? refuse('request_has_changed_since') : accept(null);
  },
  async move(tx, { act, to: state, scene, ending }) {
    const { request, doer } = scene;
    const to = state ?? request.state;
    await updateRequest(tx, request.id, {
      ...ending.changes,
      state: to,
      state_since: doer.now,
      ...(FINAL_STATES.includes(to) && { ended_at: doer.now }),
    });
    const { personId: byPerson, party: byParty, now: at } = doer;
    const line = { act, from: request.state, to, byPerson, byParty, reason: ending.reason || null, at };
    await insertHistory(tx, request.id, line);
  },
  tell: (tx, event, { scene, ending }) => tell(tx, event, { ...idsOf(scene), ...ending.ids }),
  done: performedIn,
});

export function performedIn({ request, assignment }: Scene): Performed {
  return {
    requestId: request.id,
    requesterId: request.requesterId,
    volunteerId: assignment?.volunteerId ?? null,
  };
}

/** The ids of an event about a request: whom it concerns, and who did it (missing for the program). */
export function idsOf({ request, assignment, doer }: Scene): RequestIds {
  return {
    requestId: request.id,
    requesterId: request.requesterId,
    ...(assignment && { volunteerId: assignment.volunteerId, assignmentId: assignment.id }),
    ...(doer.personId && { byPersonId: doer.personId }),
  };
}

/** The volunteer's promise, in a state that has one. */
export function promiseIn({ request, assignment }: Scene): Assignment {
  if (!assignment) throw new Error(`A request that is ${request.state} has an assignment.`);
  return assignment;
}

/** Offices are the route's to check; ties to the request are checked here again, under its lock. */
function hasPart({ request, assignment, doer }: Scene): boolean {
  if (doer.party === 'requester') return doer.personId === request.requesterId;
  if (doer.party === 'assigned_volunteer') return doer.personId === assignment?.volunteerId;
  return true;
}
