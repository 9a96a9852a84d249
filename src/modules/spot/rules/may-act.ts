import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import {
  type Party,
  type RequestAct,
  type RequestState,
  type Transition,
  transitionOf,
} from '../transitions.ts';

/**
 * Whether somebody in this part may do this to a request in this state: the same answer for button, route and test.
 * Refuses `this_is_not_yours_to_do`, or what has happened to the request in the meantime.
 */
export function mayAct(act: RequestAct, state: RequestState, party: Party): Outcome<Transition> {
  const transition = transitionOf(act);
  if (!transition.by.includes(party)) return refuse('this_is_not_yours_to_do');
  if (!transition.from.includes(state)) return refuse(whatHappened(act, state));
  return { ok: true, value: transition };
}

const NOBODY_ASKED: readonly RequestState[] = ['submitted', 'asked_back'];

/** Whether a request can still be taken back to be corrected. Refuses once volunteers may have been asked, or it has ended. */
export function mayTakeBack(state: RequestState): Outcome<null> {
  return NOBODY_ASKED.includes(state) ? accept(null) : refuse(whatHappened('submit', state));
}

/** The sentence for somebody whose act comes too late or too early. */
export function whatHappened(act: RequestAct, state: RequestState): string {
  if (state === 'cancelled') return 'request_was_cancelled';
  if (state === 'closed' || state === 'declined' || state === 'redirected') return 'request_is_closed';
  if (act === 'cancel') return 'visit_has_already_happened';
  if (act === 'accept')
    return state === 'unfilled' ? 'request_is_no_longer_open' : 'somebody_else_said_yes_first';
  return 'request_has_moved_on';
}

/** A form made from an older version of the request must be looked at again. */
export function mayUseVersion(version: number | undefined, current: number): Outcome<null> {
  if (version !== undefined && version !== current) return refuse('request_has_changed_since');
  return accept(null);
}
