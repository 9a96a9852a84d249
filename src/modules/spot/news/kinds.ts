import { DESK, defineNews, type NewsDeclaration, type NewsGroup, SAFETY } from '../../../platform/news.ts';
import { listCoordinators } from '../../people/index.ts';
import { spotEvents } from '../events.ts';
import { spotMessages } from '../words.ts';
import { toDesk, toOffer, toOffers, toOwnQuestion, toOwnRequest, toVisit, toVisits } from './leads-to.ts';
import { and, until, whileAhead, whileIn, whileNotUnderWay } from './still-so.ts';

type Declaration = NewsDeclaration<never, typeof spotEvents.shapes>;
type Whom = Declaration['whom'];

export const requester: Whom = ({ ids }) => [ids.requesterId];
export const volunteer: Whom = ({ ids }) => [ids.volunteerId];
export const coordinators: Whom = ({ db, now }) => listCoordinators(db, now);

const REQUESTS: NewsGroup = {
  name: 'requests',
  order: 10,
  roles: ['resident'],
  label: spotMessages.label('group_requests'),
};
const ASKS: NewsGroup = {
  name: 'asks',
  order: 20,
  roles: ['volunteer'],
  label: spotMessages.label('group_asks'),
};
const VISITS: NewsGroup = { name: 'visits', order: 30, label: spotMessages.label('group_visits') };

const toRequester = { ...toOwnRequest, whom: requester, group: REQUESTS, urgency: 'waits' } as const;
const toRequesterOfVisit = { ...toRequester, group: VISITS, urgency: 'if_soon' } as const;
const toVolunteer = { ...toVisit, whom: volunteer, group: VISITS, urgency: 'if_soon' } as const;
const toFormer = { ...toVolunteer, ...toVisits } as const;
const toCoordinators = { ...toDesk, whom: coordinators, group: DESK, urgency: 'waits' } as const;
const forSafety = { ...toCoordinators, group: SAFETY, urgency: 'now', isGrave: true } as const;

const unsettled = whileIn('confirmed', 'in_progress');
const toBeConfirmed = whileIn('accepted');
const lookedForAgain = whileIn('open', 'unfilled');

/**
 * Everything that Spot tells anybody. Whom a transition is told stands in the table of transitions, and a test sees that
 * it is the same here; volunteers who were asked and have not answered are told by `spot.offer.closed`.
 */
export const KINDS = {
  request_asked_back: {
    ...toRequester,
    ...toOwnQuestion,
    event: 'spot.request.asked_back',
    isStillSo: whileIn('asked_back'),
    sameAs: ['message_received'],
  },
  request_opened: { ...toRequester, event: 'spot.request.opened', isStillSo: whileIn('open') },
  request_declined: { ...toRequester, event: 'spot.request.declined' },
  request_redirected: { ...toRequester, event: 'spot.request.redirected' },
  request_accepted: { ...toRequester, event: 'spot.offer.accepted', isStillSo: toBeConfirmed },
  request_left_unfilled: {
    ...toRequester,
    event: 'spot.request.left_unfilled',
    isStillSo: whileIn('unfilled'),
  },
  request_reopened: { ...toRequester, event: 'spot.request.reopened', isStillSo: whileIn('open') },
  request_corrected: { ...toRequester, event: 'spot.request.corrected' },
  request_cancelled: { ...toRequesterOfVisit, event: 'spot.request.cancelled' },
  volunteer_withdrew: {
    ...toRequesterOfVisit,
    event: 'spot.assignment.withdrawn',
    isStillSo: lookedForAgain,
  },
  volunteer_released: {
    ...toRequesterOfVisit,
    event: 'spot.assignment.released',
    isStillSo: lookedForAgain,
  },
  visit_is_tomorrow: {
    ...toRequesterOfVisit,
    event: 'spot.visit.tomorrow',
    mayKnow: and(toOwnRequest.mayKnow, whileAhead),
  },
  visit_is_over: {
    ...toRequesterOfVisit,
    urgency: 'waits',
    event: 'spot.visit.ended',
    mayKnow: and(toOwnRequest.mayKnow, whileNotUnderWay),
    isStillSo: until('feedback'),
  },
  whether_met: {
    ...toRequesterOfVisit,
    urgency: 'waits',
    event: 'spot.visit.unsettled',
    mayKnow: and(toOwnRequest.mayKnow, unsettled),
  },
  offer_asked: {
    ...toOffer,
    event: 'spot.offer.asked',
    whom: volunteer,
    group: ASKS,
    urgency: 'waits',
  },
  offer_closed: {
    ...toOffers,
    event: 'spot.offer.closed',
    whom: volunteer,
    group: ASKS,
    urgency: 'waits',
    inboxOnly: true,
  },
  assignment_confirmed: {
    ...toVolunteer,
    event: 'spot.assignment.confirmed',
    isStillSo: whileIn('confirmed'),
  },
  assignment_rejected: { ...toFormer, event: 'spot.assignment.rejected' },
  assignment_released: { ...toFormer, event: 'spot.assignment.released' },
  visit_cancelled: { ...toFormer, event: 'spot.request.cancelled' },
  visit_corrected: {
    ...toVolunteer,
    event: 'spot.request.corrected',
    isStillSo: whileIn('accepted', 'confirmed'),
  },
  own_visit_is_tomorrow: {
    ...toVolunteer,
    event: 'spot.visit.tomorrow',
    mayKnow: and(toVisit.mayKnow, whileAhead),
  },
  report_is_due: {
    ...toVolunteer,
    urgency: 'waits',
    event: ['spot.visit.ended', 'spot.visit.told'],
    mayKnow: and(toVisit.mayKnow, whileNotUnderWay),
    isStillSo: until('report'),
  },
  own_whether_met: {
    ...toVolunteer,
    urgency: 'waits',
    event: 'spot.visit.unsettled',
    mayKnow: and(toVisit.mayKnow, unsettled),
  },
  desk_submitted: {
    ...toCoordinators,
    event: 'spot.request.submitted',
    isStillSo: whileIn('submitted'),
  },
  desk_answered: {
    ...toCoordinators,
    event: 'spot.request.answered_back',
    isStillSo: whileIn('submitted'),
    sameAs: ['desk_message'],
  },
  desk_accepted: { ...toCoordinators, event: 'spot.offer.accepted', isStillSo: toBeConfirmed },
  desk_confirmed: { ...toCoordinators, event: 'spot.assignment.confirmed' },
  desk_rejected: { ...toCoordinators, event: 'spot.assignment.rejected', isStillSo: whileIn('open') },
  desk_withdrawn: { ...toCoordinators, event: 'spot.assignment.withdrawn', isStillSo: whileIn('open') },
  desk_unfilled: {
    ...toCoordinators,
    event: 'spot.request.left_unfilled',
    isStillSo: whileIn('unfilled'),
  },
  desk_cancelled: { ...toCoordinators, event: 'spot.request.cancelled' },
  desk_lapsed: { ...toCoordinators, event: 'spot.request.lapsed' },
  desk_handed_over: {
    ...toCoordinators,
    event: 'spot.request.handed_over',
    whom: ({ ids }) => [ids.personId],
  },
  visit_missed: { ...forSafety, event: 'spot.visit.missed' },
  visit_overdue: { ...forSafety, event: 'spot.visit.overdue' },
  visit_called_off: { ...forSafety, event: 'spot.visit.called_off' },
} as const satisfies Readonly<Record<string, Declaration>>;

export const spotNews = defineNews({ words: spotMessages, events: spotEvents }, KINDS);
