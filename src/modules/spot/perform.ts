import type { Tx } from '../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { mayAct, mayUseVersion } from './rules/may-act.ts';
import { findAssignment } from './store/assignments.ts';
import { insertHistory } from './store/history.ts';
import { lockRequest, type RequestChanges, updateRequest } from './store/requests.ts';
import { type RequestIds, tell } from './tell.ts';
import { FINAL_STATES, type RequestAct, type Transition } from './transitions.ts';
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

/**
 * Locks a request and checks that the doer has the part in it that they claim.
 * Refuses `request_is_unknown`, `this_is_not_yours_to_do`, `request_has_changed_since`.
 */
export async function enter(tx: Tx, on: ActOn): Promise<Outcome<Scene>> {
  const request = await lockRequest(tx, on.requestId);
  if (!request) return refuse('request_is_unknown');
  const assignment = await findAssignment(tx, request.id);
  const scene = { request, assignment, doer: on.doer };
  if (!hasPart(scene)) return refuse('this_is_not_yours_to_do');
  const current = mayUseVersion(on.version, request.version);
  return current.ok ? accept(scene) : current;
}

/** `enter`, and the act must be possible in the request's state for somebody in this part. */
export async function begin(
  tx: Tx,
  act: RequestAct,
  on: ActOn,
): Promise<Outcome<Scene & { readonly transition: Transition }>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const may = mayAct(act, entered.value.request.state, on.doer.party);
  return may.ok ? accept({ ...entered.value, transition: may.value }) : may;
}

interface Ending {
  readonly reason?: string | null;
  readonly changes?: RequestChanges;
  /** More ids for the event. */
  readonly ids?: Partial<RequestIds>;
}

/** Moves a request to the transition's state, writes its history and tells the outbox. */
export async function finish(
  tx: Tx,
  scene: Scene & { readonly transition: Transition },
  ending: Ending = {},
): Promise<Performed> {
  const { request, transition, doer } = scene;
  const performed = performedIn(scene);
  await updateRequest(tx, request.id, {
    ...ending.changes,
    state: transition.to,
    state_since: doer.now,
    ...(FINAL_STATES.includes(transition.to) && { ended_at: doer.now }),
  });
  await insertHistory(tx, request.id, {
    act: transition.act,
    from: request.state,
    to: transition.to,
    byPerson: doer.personId,
    byParty: doer.party,
    reason: ending.reason || null,
    at: doer.now,
  });
  await tell(tx, transition.event, { ...idsOf(performed, doer), ...ending.ids });
  return performed;
}

/** An act without conditions or consequences of its own. */
export async function perform(
  tx: Tx,
  act: RequestAct,
  on: ActOn,
  ending: Ending = {},
): Promise<Outcome<Performed>> {
  const begun = await begin(tx, act, on);
  return begun.ok ? accept(await finish(tx, begun.value, ending)) : begun;
}

export function performedIn({ request, assignment }: Scene): Performed {
  return {
    requestId: request.id,
    requesterId: request.requesterId,
    volunteerId: assignment?.volunteerId ?? null,
  };
}

/** The ids of an event about a request: whom it concerns, and who did it (missing for the program). */
export function idsOf(performed: Performed, doer: Doer): RequestIds {
  return {
    requestId: performed.requestId,
    requesterId: performed.requesterId,
    ...(performed.volunteerId && { volunteerId: performed.volunteerId }),
    ...(doer.personId && { byPersonId: doer.personId }),
  };
}

/** Offices are the route's to check; ties to the request are checked here again, under its lock. */
function hasPart({ request, assignment, doer }: Scene): boolean {
  if (doer.party === 'requester') return doer.personId === request.requesterId;
  if (doer.party === 'assigned_volunteer') return doer.personId === assignment?.volunteerId;
  return true;
}
