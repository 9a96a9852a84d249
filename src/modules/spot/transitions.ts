import type { SpotParty, SpotRequestAct, SpotRequestState } from '../../platform/database/generated.ts';
import type { RequestEvent } from './events.ts';

/** Where a request stands. A draft is not a request yet: it lives in `drafts`, seen by nobody but its person. */
export type RequestState = SpotRequestState;

/** What can be done to a request. */
export type RequestAct = SpotRequestAct;

/** In what part somebody acts on a request: their tie to it, or their office. */
export type Party = SpotParty;

export interface Transition {
  readonly act: RequestAct;
  /** Empty: the request begins here. */
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  /** Who may. */
  readonly by: readonly Party[];
  /** Whom it is told; whoever did it is never told. */
  readonly tells: readonly Party[];
  /** The event that carries the news. */
  readonly event: RequestEvent;
}

const BEFORE_OPEN = ['submitted', 'asked_back'] as const;
const TAKEN = ['accepted', 'confirmed'] as const;

/** The life of a support request. The database holds the same list (`spot.legal_transitions`) and refuses all else. */
export const TRANSITIONS: readonly Transition[] = [
  {
    act: 'submit',
    from: [],
    to: 'submitted',
    by: ['requester', 'coordinator'],
    tells: ['coordinator'],
    event: 'spot.request.submitted',
  },
  {
    act: 'ask_back',
    from: ['submitted'],
    to: 'asked_back',
    by: ['coordinator'],
    tells: ['requester'],
    event: 'spot.request.asked_back',
  },
  {
    act: 'answer_back',
    from: ['asked_back'],
    to: 'submitted',
    by: ['requester'],
    tells: ['coordinator'],
    event: 'spot.request.answered_back',
  },
  {
    act: 'open',
    from: BEFORE_OPEN,
    to: 'open',
    by: ['coordinator'],
    tells: ['requester'],
    event: 'spot.request.opened',
  },
  {
    act: 'decline',
    from: [...BEFORE_OPEN, 'open', 'unfilled'],
    to: 'declined',
    by: ['coordinator'],
    tells: ['requester', 'asked_volunteer'],
    event: 'spot.request.declined',
  },
  {
    act: 'redirect',
    from: [...BEFORE_OPEN, 'open', 'unfilled'],
    to: 'redirected',
    by: ['coordinator'],
    tells: ['requester', 'asked_volunteer'],
    event: 'spot.request.redirected',
  },
  {
    act: 'accept',
    from: ['open'],
    to: 'accepted',
    by: ['asked_volunteer'],
    tells: ['requester', 'asked_volunteer', 'coordinator'],
    event: 'spot.offer.accepted',
  },
  {
    act: 'confirm',
    from: ['accepted'],
    to: 'confirmed',
    by: ['requester', 'coordinator'],
    tells: ['assigned_volunteer', 'coordinator'],
    event: 'spot.assignment.confirmed',
  },
  {
    act: 'reject',
    from: ['accepted'],
    to: 'open',
    by: ['requester', 'coordinator'],
    tells: ['assigned_volunteer', 'coordinator'],
    event: 'spot.assignment.rejected',
  },
  {
    act: 'withdraw',
    from: TAKEN,
    to: 'open',
    by: ['assigned_volunteer'],
    tells: ['requester', 'coordinator'],
    event: 'spot.assignment.withdrawn',
  },
  {
    act: 'release',
    from: TAKEN,
    to: 'open',
    by: ['coordinator', 'program'],
    tells: ['requester', 'assigned_volunteer'],
    event: 'spot.assignment.released',
  },
  {
    act: 'check_in',
    from: ['confirmed'],
    to: 'in_progress',
    by: ['assigned_volunteer', 'coordinator'],
    tells: [],
    event: 'spot.visit.begun',
  },
  {
    act: 'check_out',
    from: ['in_progress'],
    to: 'visited',
    by: ['assigned_volunteer', 'coordinator'],
    tells: ['requester', 'assigned_volunteer'],
    event: 'spot.visit.ended',
  },
  {
    act: 'say_met',
    from: ['confirmed', 'in_progress'],
    to: 'visited',
    by: ['requester'],
    tells: ['assigned_volunteer'],
    event: 'spot.visit.told',
  },
  {
    act: 'resume',
    from: ['visited'],
    to: 'in_progress',
    by: ['assigned_volunteer'],
    tells: [],
    event: 'spot.visit.resumed',
  },
  {
    act: 'record_no_show',
    from: ['confirmed'],
    to: 'no_show',
    by: ['requester', 'assigned_volunteer', 'coordinator'],
    tells: ['coordinator'],
    event: 'spot.visit.missed',
  },
  {
    act: 'leave_unfilled',
    from: ['open'],
    to: 'unfilled',
    by: ['program', 'coordinator'],
    tells: ['requester', 'coordinator'],
    event: 'spot.request.left_unfilled',
  },
  {
    act: 'reopen',
    from: ['unfilled', 'no_show'],
    to: 'open',
    by: ['coordinator'],
    tells: ['requester'],
    event: 'spot.request.reopened',
  },
  {
    act: 'cancel',
    from: [...BEFORE_OPEN, 'open', ...TAKEN, 'in_progress', 'unfilled', 'no_show'],
    to: 'cancelled',
    by: ['requester', 'coordinator', 'program'],
    tells: ['requester', 'asked_volunteer', 'assigned_volunteer', 'coordinator'],
    event: 'spot.request.cancelled',
  },
  {
    act: 'close',
    from: ['visited', 'no_show'],
    to: 'closed',
    by: ['coordinator', 'program'],
    tells: [],
    event: 'spot.request.closed',
  },
  {
    act: 'lapse',
    from: [...TAKEN, 'in_progress'],
    to: 'closed',
    by: ['program'],
    tells: ['coordinator'],
    event: 'spot.request.lapsed',
  },
];

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
export const FINAL_STATES: readonly RequestState[] = ['closed', 'declined', 'redirected', 'cancelled'];

/** The transition of an act. */
export function transitionOf(act: RequestAct): Transition {
  const found = TRANSITIONS.find((transition) => transition.act === act);
  if (!found) throw new Error(`There is no transition ${act}.`);
  return found;
}
