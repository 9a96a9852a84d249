import type { Locale } from '../../platform/languages/locales.ts';

export const EVENT_KINDS = [
  'exchange_meeting',
  'lecture',
  'information_session',
  'training',
  'sharing_meeting',
  'outing',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const AUDIENCES = ['everybody', 'residents', 'volunteers', 'families'] as const;
export type Audience = (typeof AUDIENCES)[number];

export const ACCESS = ['step_free', 'toilet', 'quiet_room', 'stroller'] as const;
export type Access = (typeof ACCESS)[number];

export const PHOTO_POLICIES = ['no_photos', 'asked_each_time', 'group_picture'] as const;
export type PhotoPolicy = (typeof PHOTO_POLICIES)[number];

/** What an event can belong to, as their public pages are called. */
export const PROGRAMS = ['spot', 'pairs', 'giving'] as const;

export type EventState =
  | 'draft'
  | 'in_review'
  | 'published'
  | 'closed'
  | 'under_way'
  | 'over'
  | 'reported'
  | 'postponed'
  | 'cancelled';

/** What an event says in one language; in Easy Japanese with readings. */
export interface EventWords {
  readonly title: string;
  /** Paragraphs between empty lines. */
  readonly text: string;
  /** Where about, for everybody: a ward and a station. */
  readonly area: string;
  /** What to bring; empty: nothing. */
  readonly bring: string;
  /** How to find the room: only the seated read it. */
  readonly directions: string;
}

/** A language in which an event is held, interpreted, or has papers. */
export interface EventLanguage {
  readonly language: string;
  readonly kind: 'talk' | 'interpretation' | 'materials';
}

/** Something that the organization holds for many at once. */
export interface Event {
  readonly id: string;
  readonly kind: EventKind;
  readonly state: EventState;
  /** While it is postponed, the day that it had. */
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly registrationClosesAt: Temporal.Instant;
  readonly isOnline: boolean;
  /** For the seated alone, as the address is. */
  readonly onlineUrl: string | null;
  readonly address: string | null;
  readonly audience: Audience;
  readonly access: readonly Access[];
  readonly photoPolicy: PhotoPolicy;
  /** Whole yen. */
  readonly feeJpy: number;
  readonly suggestedGiftJpy: number | null;
  readonly texts: Partial<Readonly<Record<Locale, EventWords>>>;
  /** Languages whose words a machine made and no reader of them has checked. */
  readonly machineMade: readonly Locale[];
  readonly responsibleId: string;
  readonly program: string | null;
  readonly campaignId: string | null;
  readonly copiedFrom: string | null;
  /** Of its calendar entries: rises with every change of time or place. */
  readonly sequence: number;
  readonly version: number;
  readonly writtenBy: string;
  readonly submittedBy: string | null;
  /** From when on everybody sees it, whatever becomes of it. */
  readonly publishedAt: Temporal.Instant | null;
  readonly lastCallAt: Temporal.Instant | null;
  /** Once it is closed: how many people had seats, how many of them came, and how many came without one. */
  readonly attendance: { readonly seated: number; readonly came: number; readonly walkIns: number } | null;
}

export type RegistrationState = 'asked' | 'seated' | 'waiting' | 'offered' | 'passed' | 'cancelled';

/** One who comes with a registration. */
export interface Attendee {
  /** In years on the day; null for an adult. */
  readonly age: number | null;
  readonly crafts: boolean;
  /** The language that is interpreted for them. */
  readonly interpretation: string | null;
}

/** Who has registered for an event, with everybody who comes along. */
export interface Registration {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string | null;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly state: RegistrationState;
  readonly waitingSince: Temporal.Instant | null;
  readonly offeredUntil: Temporal.Instant | null;
  readonly party: readonly Attendee[];
  /** Of its calendar file. */
  readonly sequence: number;
  readonly version: number;
}
