import { defineEvents, type NameOf } from '../../platform/events/define.ts';

/** Whose request it is, its volunteer and their promise where it is about one, and who acted (missing for the program). */
const ABOUT_REQUEST = ['requestId', 'requesterId', 'volunteerId?', 'assignmentId?', 'byPersonId?'] as const;
const ABOUT_OFFER = ['requestId', 'volunteerId'] as const;
const ABOUT_UNFINISHED = ['assignmentId', 'requestId', 'requesterId', 'volunteerId'] as const;

/** What happens to a request, by its transitions and beside them. */
export const spotEvents = defineEvents({
  'spot.request.submitted': ABOUT_REQUEST,
  'spot.request.asked_back': ABOUT_REQUEST,
  'spot.request.answered_back': ABOUT_REQUEST,
  'spot.request.opened': ABOUT_REQUEST,
  'spot.request.declined': ABOUT_REQUEST,
  'spot.request.redirected': ABOUT_REQUEST,
  'spot.request.left_unfilled': ABOUT_REQUEST,
  'spot.request.reopened': ABOUT_REQUEST,
  'spot.request.corrected': ABOUT_REQUEST,
  // To a colleague, who is told.
  'spot.request.handed_over': ['requestId', 'personId', 'byPersonId'],
  'spot.request.cancelled': ABOUT_REQUEST,
  'spot.request.closed': ABOUT_REQUEST,
  'spot.request.lapsed': ABOUT_REQUEST,
  'spot.offer.asked': ABOUT_OFFER,
  'spot.offer.declined': ABOUT_OFFER,
  'spot.offer.closed': ABOUT_OFFER,
  'spot.offer.accepted': ABOUT_REQUEST,
  'spot.assignment.confirmed': ABOUT_REQUEST,
  'spot.assignment.rejected': ABOUT_REQUEST,
  'spot.assignment.withdrawn': ABOUT_REQUEST,
  'spot.assignment.released': ABOUT_REQUEST,
  'spot.visit.begun': ABOUT_REQUEST,
  'spot.visit.ended': ABOUT_REQUEST,
  'spot.visit.resumed': ABOUT_REQUEST,
  'spot.visit.missed': ABOUT_REQUEST,
  'spot.visit.told': ABOUT_REQUEST,
  'spot.visit.reported': ABOUT_REQUEST,
  'spot.visit.overdue': ABOUT_UNFINISHED,
  'spot.visit.unsettled': ABOUT_UNFINISHED,
  'spot.visit.tomorrow': ABOUT_UNFINISHED,
  'spot.visit.called_off': ABOUT_REQUEST,
  'spot.feedback.given': ABOUT_REQUEST,
});

export type SpotEvent = NameOf<typeof spotEvents>;

/** What can carry the news of a transition. */
export type RequestEvent = {
  [N in SpotEvent]: (typeof spotEvents.shapes)[N] extends typeof ABOUT_REQUEST ? N : never;
}[SpotEvent];
