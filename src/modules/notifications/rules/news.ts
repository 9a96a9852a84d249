import { type Party, TRANSITIONS } from '../../spot/index.ts';
import type { Tellable } from '../events.ts';
import type { Kind } from '../types.ts';

/** Whom an event is told: a party of a request, or somebody another module's event names. */
export type Whom = Exclude<Party, 'program'> | 'person' | 'other_participants' | 'safety_staff' | 'deciders';

export interface Telling {
  readonly whom: Whom;
  readonly kind: Kind;
}

/**
 * The words for each party that the transition table tells. Volunteers who were asked and have not answered are told
 * by an event of their own, `spot.offer.closed`, and so have none here.
 */
const OF_TRANSITIONS: Readonly<Partial<Record<Tellable, Partial<Record<Party, Kind>>>>> = {
  'spot.request.submitted': { coordinator: 'desk_submitted' },
  'spot.request.asked_back': { requester: 'request_asked_back' },
  'spot.request.answered_back': { coordinator: 'desk_answered' },
  'spot.request.opened': { requester: 'request_opened' },
  'spot.request.declined': { requester: 'request_declined' },
  'spot.request.redirected': { requester: 'request_redirected' },
  'spot.offer.accepted': { requester: 'request_accepted', coordinator: 'desk_accepted' },
  'spot.assignment.confirmed': { assigned_volunteer: 'assignment_confirmed', coordinator: 'desk_confirmed' },
  'spot.assignment.rejected': { assigned_volunteer: 'assignment_rejected', coordinator: 'desk_rejected' },
  'spot.assignment.withdrawn': { requester: 'volunteer_withdrew', coordinator: 'desk_withdrawn' },
  'spot.assignment.released': { requester: 'volunteer_released', assigned_volunteer: 'assignment_released' },
  'spot.visit.ended': { requester: 'visit_is_over', assigned_volunteer: 'report_is_due' },
  'spot.visit.told': { assigned_volunteer: 'report_is_due' },
  'spot.visit.missed': { coordinator: 'visit_missed' },
  'spot.request.left_unfilled': { requester: 'request_left_unfilled', coordinator: 'desk_unfilled' },
  'spot.request.reopened': { requester: 'request_reopened' },
  'spot.request.cancelled': {
    requester: 'request_cancelled',
    assigned_volunteer: 'visit_cancelled',
    coordinator: 'desk_cancelled',
  },
  'spot.request.lapsed': { coordinator: 'desk_lapsed' },
};

/** Events beside the transition table. */
const OTHERS = {
  'spot.offer.asked': [{ whom: 'asked_volunteer', kind: 'offer_asked' }],
  'spot.offer.closed': [{ whom: 'asked_volunteer', kind: 'offer_closed' }],
  'spot.request.corrected': [
    { whom: 'requester', kind: 'request_corrected' },
    { whom: 'assigned_volunteer', kind: 'visit_corrected' },
  ],
  'spot.request.handed_over': [{ whom: 'person', kind: 'desk_handed_over' }],
  'spot.visit.called_off': [{ whom: 'coordinator', kind: 'visit_called_off' }],
  'spot.visit.overdue': [{ whom: 'coordinator', kind: 'visit_overdue' }],
  'spot.visit.unsettled': [
    { whom: 'requester', kind: 'whether_met' },
    { whom: 'assigned_volunteer', kind: 'own_whether_met' },
  ],
  'trust.application.submitted': [{ whom: 'coordinator', kind: 'desk_application' }],
  'trust.interview.scheduled': [{ whom: 'person', kind: 'interview_scheduled' }],
  'trust.volunteer.approved': [{ whom: 'person', kind: 'volunteer_approved' }],
  'trust.application.declined': [{ whom: 'person', kind: 'application_declined' }],
  'trust.renewal.due': [{ whom: 'person', kind: 'renewal_is_due' }],
  'people.staff_act.proposed': [{ whom: 'deciders', kind: 'staff_act_proposed' }],
  'people.staff_act.proposed_alone': [{ whom: 'deciders', kind: 'staff_act_alone' }],
  'people.staff_act.fell': [{ whom: 'person', kind: 'staff_act_fell' }],
  'trust.concern.raised': [{ whom: 'safety_staff', kind: 'concern_raised' }],
  'sign_in.device.first_used': [{ whom: 'person', kind: 'device_is_new' }],
  'sign_in.passkey.added': [{ whom: 'person', kind: 'passkey_added' }],
  'sign_in.passkey.removed': [{ whom: 'person', kind: 'passkey_removed' }],
  'sign_in.second_factor.set_up': [{ whom: 'person', kind: 'app_connected' }],
  'sign_in.second_factor.removed': [{ whom: 'person', kind: 'means_removed' }],
  'sign_in.recovery_code.used': [{ whom: 'person', kind: 'recovery_code_used' }],
  'sign_in.recovery_codes.replaced': [{ whom: 'person', kind: 'recovery_codes_new' }],
  'people.leaving.asked': [{ whom: 'person', kind: 'leaving_asked' }],
  'conversations.message.sent': [
    { whom: 'other_participants', kind: 'message_received' },
    { whom: 'coordinator', kind: 'desk_message' },
  ],
} as const satisfies Readonly<Partial<Record<Tellable, readonly Telling[]>>>;

/** Event → whom it is told, and as what. For Spot's transitions it is their table that says whom. */
export const TELLINGS: ReadonlyMap<Tellable, readonly Telling[]> = new Map<Tellable, readonly Telling[]>([
  ...TRANSITIONS.map(({ event, tells }) => [event, tellingsOf(event, tells)] as const),
  ...(Object.entries(OTHERS) as [Tellable, readonly Telling[]][]),
]);

function tellingsOf(event: Tellable, tells: readonly Party[]): readonly Telling[] {
  return tells.flatMap((whom): Telling[] => {
    if (whom === 'asked_volunteer' || whom === 'program') return [];
    const kind = OF_TRANSITIONS[event]?.[whom];
    if (!kind) throw new Error(`${event} is told to the ${whom}, but there are no words for it.`);
    return [{ whom, kind }];
  });
}

/**
 * Who did it, and so is never told.
 * @param ids those of the event
 */
export function doersOf(ids: Readonly<Record<string, string>>): readonly string[] {
  return [ids['byPersonId'], ids['authorId'], ids['aboutPersonId']].filter((id) => id !== undefined);
}

/** What else says the same within the hour: a question is an act on the request and a message. */
const SAME_NEWS: Partial<Record<Kind, readonly Kind[]>> = {
  message_received: ['message_received', 'request_asked_back'],
  request_asked_back: ['message_received'],
  desk_message: ['desk_message', 'desk_answered'],
  desk_answered: ['desk_message'],
};

/** The kinds of which an unread one that is not older than `SAME_NEWS_MINUTES` makes this one needless. */
export function saidAlreadyBy(kind: Kind): readonly Kind[] {
  return SAME_NEWS[kind] ?? [];
}
export const SAME_NEWS_MINUTES = 60;
