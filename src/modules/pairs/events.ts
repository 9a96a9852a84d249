import { defineEvents } from '../../platform/events/define.ts';

const APPLICATION = ['applicationId', 'personId', 'byPersonId?'] as const;
/** The applicants of both sides: whom of them an event is told, its news says. */
const PAIR = ['pairId', 'volunteerId', 'residentId', 'coordinatorId', 'byPersonId?'] as const;

export const pairsEvents = defineEvents({
  'pairs.application.submitted': APPLICATION,
  'pairs.application.accepted': APPLICATION,
  'pairs.application.declined': APPLICATION,
  'pairs.application.ready': APPLICATION,
  'pairs.application.asked_whether': APPLICATION,
  'pairs.application.expired': APPLICATION,
  'pairs.application.withdrawn': APPLICATION,
  'pairs.application.ended': APPLICATION,
  // By a coordinator, for whoever waits for one.
  'pairs.interview.times_opened': ['hostId'],
  'pairs.interview.set': ['applicationId', 'personId', 'hostId', 'byPersonId?'],
  'pairs.terms.changed': ['side'],
  'pairs.pair.proposed': PAIR,
  'pairs.pair.offered': PAIR,
  'pairs.pair.accepted': PAIR,
  'pairs.pair.fell_through': PAIR,
  'pairs.pair.began': PAIR,
  'pairs.pair.paused': PAIR,
  'pairs.pair.resumed': PAIR,
  'pairs.pair.handed_over': PAIR,
  'pairs.pair.ended': PAIR,
  'pairs.pair.completed': PAIR,
  // One for each side: the other may be asked at another time.
  'pairs.check_in.due': ['pairId', 'personId'],
  'pairs.loneliness.due': ['pairId', 'personId'],
  /** Who has a last page to read. */
  'pairs.closure.delivered': ['pairId', 'residentId?', 'volunteerId?'],
  'pairs.closure.in_touch': ['pairId', 'residentId', 'volunteerId'],
  // Both said so by themselves; the two are told in one moment.
  'pairs.wish.mutual': ['meetingId', 'residentId', 'volunteerId'],
  'pairs.pair.answer_due': PAIR,
  'pairs.pair.writing_stopped': PAIR,
  'pairs.pair.writing_resumed': PAIR,
  'pairs.introduction.set': PAIR,
});
export const { publish } = pairsEvents;
