import { finalStates } from '../../kits/acts/index.ts';
import type { SpotParty, SpotRequestAct, SpotRequestState } from '../../platform/database/generated.ts';
import { defineLife } from '../../platform/life.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';

/** Where a request stands. A draft is not a request yet: it lives in `drafts`, seen by nobody but its person. */
export type RequestState = SpotRequestState;

/** What can be done to a request. */
export type RequestAct = SpotRequestAct;

/** In what part somebody acts on a request: their tie to it, or their office. */
export type Party = SpotParty;

const BEFORE_OPEN = ['submitted', 'asked_back'] as const;
const TAKEN = ['accepted', 'confirmed'] as const;
const UNANSWERED = [...BEFORE_OPEN, 'open', 'unfilled'] as const;
const BY_PHONE = 'the coordinator for whom only the telephone reaches';

/** The life of a support request. */
export const requestLife = defineLife({
  noun: 'spot.request',
  acts: {
    submit: {
      from: [],
      to: 'submitted',
      by: ['requester', 'coordinator'],
      tells: ['coordinator'],
      event: 'spot.request.submitted',
    },
    ask_back: {
      from: ['submitted'],
      to: 'asked_back',
      by: ['coordinator'],
      tells: ['requester'],
      event: 'spot.request.asked_back',
    },
    answer_back: {
      from: ['asked_back'],
      to: 'submitted',
      by: ['requester'],
      tells: ['coordinator'],
      event: 'spot.request.answered_back',
    },
    open: {
      from: BEFORE_OPEN,
      to: 'open',
      by: ['coordinator'],
      tells: ['requester'],
      event: 'spot.request.opened',
    },
    decline: {
      from: UNANSWERED,
      to: 'declined',
      by: ['coordinator'],
      tells: ['requester', 'asked_volunteer'],
      event: 'spot.request.declined',
    },
    redirect: {
      from: UNANSWERED,
      to: 'redirected',
      by: ['coordinator'],
      tells: ['requester', 'asked_volunteer'],
      event: 'spot.request.redirected',
    },
    accept: {
      from: ['open'],
      to: 'accepted',
      by: ['asked_volunteer'],
      tells: ['requester', 'asked_volunteer', 'coordinator'],
      event: 'spot.offer.accepted',
    },
    confirm: {
      from: ['accepted'],
      to: 'confirmed',
      by: ['requester', 'coordinator'],
      when: BY_PHONE,
      tells: ['assigned_volunteer', 'coordinator'],
      event: 'spot.assignment.confirmed',
    },
    reject: {
      from: ['accepted'],
      to: 'open',
      by: ['requester', 'coordinator'],
      when: BY_PHONE,
      tells: ['assigned_volunteer', 'coordinator'],
      event: 'spot.assignment.rejected',
    },
    withdraw: {
      from: TAKEN,
      to: 'open',
      by: ['assigned_volunteer'],
      tells: ['requester', 'coordinator'],
      event: 'spot.assignment.withdrawn',
    },
    release: {
      from: TAKEN,
      to: 'open',
      by: ['coordinator', 'program'],
      tells: ['requester', 'assigned_volunteer'],
      event: 'spot.assignment.released',
    },
    check_in: {
      from: ['confirmed'],
      to: 'in_progress',
      by: ['assigned_volunteer', 'coordinator'],
      tells: [],
      event: 'spot.visit.begun',
    },
    check_out: {
      from: ['in_progress'],
      to: 'visited',
      by: ['assigned_volunteer', 'coordinator'],
      tells: ['requester', 'assigned_volunteer'],
      event: 'spot.visit.ended',
    },
    say_met: {
      from: ['confirmed', 'in_progress'],
      to: 'visited',
      by: ['requester'],
      when: 'once it should be over',
      tells: ['assigned_volunteer'],
      event: 'spot.visit.told',
      audit: 'spot.visit.ended',
    },
    resume: {
      from: ['visited'],
      to: 'in_progress',
      by: ['assigned_volunteer'],
      when: 'until it should be over',
      tells: [],
      event: 'spot.visit.resumed',
    },
    record_no_show: {
      from: ['confirmed'],
      to: 'no_show',
      by: ['requester', 'assigned_volunteer', 'coordinator'],
      tells: ['coordinator'],
      event: 'spot.visit.missed',
    },
    leave_unfilled: {
      from: ['open'],
      to: 'unfilled',
      by: ['program', 'coordinator'],
      tells: ['requester', 'coordinator'],
      event: 'spot.request.left_unfilled',
    },
    reopen: {
      from: ['unfilled', 'no_show'],
      to: 'open',
      by: ['coordinator'],
      tells: ['requester'],
      event: 'spot.request.reopened',
    },
    cancel: {
      from: [...UNANSWERED, ...TAKEN, 'in_progress', 'no_show'],
      to: 'cancelled',
      by: ['requester', 'coordinator', 'program'],
      tells: ['requester', 'asked_volunteer', 'assigned_volunteer', 'coordinator'],
      event: 'spot.request.cancelled',
    },
    close: {
      from: ['visited', 'no_show'],
      to: 'closed',
      by: ['coordinator', 'program'],
      when: 'the program when both said how it was',
      tells: [],
      event: 'spot.request.closed',
    },
    lapse: {
      from: [...TAKEN, 'in_progress'],
      to: 'closed',
      by: ['program'],
      tells: ['coordinator'],
      event: 'spot.request.lapsed',
    },
  },
  refuses: (act, state) => refuse(state ? whatHappened(act, state) : 'request_has_moved_on').refusal,
});

/** All states, in the order of a request's life. */
export const REQUEST_STATES = [
  'submitted',
  'asked_back',
  'open',
  'accepted',
  'confirmed',
  'in_progress',
  'visited',
  'unfilled',
  'no_show',
  'closed',
  'declined',
  'redirected',
  'cancelled',
] as const satisfies readonly RequestState[];

/** States in which nothing more happens to a request. */
export const FINAL_STATES: readonly RequestState[] = finalStates(requestLife);

/** Whether a request can still be taken back to be corrected. Refuses once volunteers may have been asked, or it has ended. */
export function mayTakeBack(state: RequestState): Outcome<null> {
  const isUnasked = BEFORE_OPEN.some((one) => one === state);
  return isUnasked ? accept(null) : refuse(whatHappened('submit', state));
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
