/** What somebody can choose to be mailed about, in the order of the settings page. */
export const GROUPS = ['requests', 'asks', 'visits', 'messages', 'volunteering', 'desk', 'safety'] as const;
export type Group = (typeof GROUPS)[number];

/** What can be turned off: safety cannot. */
export type MailGroup = Exclude<Group, 'safety'>;

export function isMailGroup(group: Group): group is MailGroup {
  return group !== 'safety';
}

/** What a notification leads to: decides its page, and who may know of it. */
export type About =
  | 'own_request'
  | 'own_question'
  | 'offer'
  | 'closed_offer'
  | 'visit'
  | 'ended_visit'
  | 'thread'
  | 'application'
  | 'desk_request'
  | 'desk_thread'
  | 'desk_application'
  | 'concern'
  | 'staff_act'
  | 'own_access'
  | 'own_leaving';

/**
 * When its mail goes out: `waits` for the end of quiet hours; `if_soon` does too, unless the visit it is about is near;
 * `now` never waits.
 */
type Urgency = 'waits' | 'if_soon' | 'now';

export interface KindFacts {
  readonly group: Group;
  readonly about: About;
  readonly urgency: Urgency;
  /** Not worth a mail, since there is nothing to do. */
  readonly inboxOnly?: true;
}

const ofRequest = { group: 'requests', about: 'own_request', urgency: 'waits' } as const;
const ofOwnVisit = { group: 'visits', about: 'own_request', urgency: 'if_soon' } as const;
const ofVisit = { group: 'visits', about: 'visit', urgency: 'if_soon' } as const;
const ofEndedVisit = { group: 'visits', about: 'ended_visit', urgency: 'if_soon' } as const;
const ofApplication = { group: 'volunteering', about: 'application', urgency: 'waits' } as const;
const ofDesk = { group: 'desk', about: 'desk_request', urgency: 'waits' } as const;
const ofOwnAccess = { group: 'safety', about: 'own_access', urgency: 'now' } as const;
const ofSafety = { group: 'safety', about: 'desk_request', urgency: 'now' } as const;

/** Everything anybody is ever told of. Each has its sentence in the messages, `news_<kind>`. */
export const KINDS = {
  request_asked_back: { ...ofRequest, about: 'own_question' },
  request_opened: ofRequest,
  request_declined: ofRequest,
  request_redirected: ofRequest,
  request_accepted: ofRequest,
  request_left_unfilled: ofRequest,
  request_reopened: ofRequest,
  request_corrected: ofRequest,
  request_cancelled: ofOwnVisit,
  volunteer_withdrew: ofOwnVisit,
  volunteer_released: ofOwnVisit,
  visit_is_tomorrow: ofOwnVisit,
  visit_is_over: { ...ofOwnVisit, urgency: 'waits' },
  whether_met: { ...ofOwnVisit, urgency: 'waits' },
  offer_asked: { group: 'asks', about: 'offer', urgency: 'waits' },
  offer_closed: { group: 'asks', about: 'closed_offer', urgency: 'waits', inboxOnly: true },
  assignment_confirmed: ofVisit,
  assignment_rejected: ofEndedVisit,
  assignment_released: ofEndedVisit,
  visit_cancelled: ofEndedVisit,
  visit_corrected: ofVisit,
  own_visit_is_tomorrow: ofVisit,
  report_is_due: { ...ofVisit, urgency: 'waits' },
  own_whether_met: { ...ofVisit, urgency: 'waits' },
  message_received: { group: 'messages', about: 'thread', urgency: 'if_soon' },
  interview_scheduled: ofApplication,
  volunteer_approved: ofApplication,
  application_declined: ofApplication,
  renewal_is_due: ofApplication,
  desk_submitted: ofDesk,
  desk_answered: ofDesk,
  desk_accepted: ofDesk,
  desk_confirmed: ofDesk,
  desk_rejected: ofDesk,
  desk_withdrawn: ofDesk,
  desk_unfilled: ofDesk,
  desk_cancelled: ofDesk,
  desk_lapsed: ofDesk,
  desk_handed_over: ofDesk,
  desk_application: { ...ofDesk, about: 'desk_application' },
  desk_message: { ...ofDesk, about: 'desk_thread' },
  visit_missed: ofSafety,
  visit_overdue: ofSafety,
  visit_called_off: ofSafety,
  staff_act_proposed: { ...ofSafety, about: 'staff_act' },
  staff_act_alone: { ...ofSafety, about: 'staff_act' },
  staff_act_fell: { ...ofSafety, about: 'staff_act' },
  concern_raised: { ...ofSafety, about: 'concern' },
  device_is_new: ofOwnAccess,
  passkey_added: ofOwnAccess,
  passkey_removed: ofOwnAccess,
  app_connected: ofOwnAccess,
  means_removed: ofOwnAccess,
  recovery_code_used: ofOwnAccess,
  recovery_codes_new: ofOwnAccess,
  leaving_asked: { ...ofOwnAccess, about: 'own_leaving' },
} as const satisfies Readonly<Record<string, KindFacts>>;
export type Kind = keyof typeof KINDS;

/** What is known of a kind. */
export function factsOf(kind: Kind): KindFacts {
  return KINDS[kind];
}

/** All kinds that lead to pages of one sort. */
export function kindsAbout(about: About): readonly Kind[] {
  return (Object.keys(KINDS) as Kind[]).filter((kind) => factsOf(kind).about === about);
}

/** Whether a word from the database is still a kind of ours. */
export function isKind(word: string): word is Kind {
  return Object.hasOwn(KINDS, word);
}

/** Something to tell one person. */
export interface News {
  /** The same however often it is heard of: the event's id. */
  readonly occasion: string;
  readonly personId: string;
  readonly kind: Kind;
  readonly objectId: string | null;
}

/** A line of somebody's inbox. */
export interface InboxLine {
  readonly id: string;
  readonly kind: Kind;
  readonly objectId: string | null;
  readonly createdAt: Temporal.Instant;
  readonly readAt: Temporal.Instant | null;
}

/** Hours of the day in Japan during which mail waits; the same hour twice: none. */
export interface QuietHours {
  readonly fromHour: number;
  readonly untilHour: number;
}

export const USUAL_QUIET_HOURS: QuietHours = { fromHour: 21, untilHour: 8 };

/** What somebody has chosen. */
export interface Preferences {
  /** Groups they don't want by mail. */
  readonly unwanted: ReadonlySet<Group>;
  readonly quiet: QuietHours;
}
