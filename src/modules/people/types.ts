import type { Locale } from '../../platform/languages/locales.ts';
import type { Role } from '../../platform/permissions.ts';

/** Asked only because some people wish for a volunteer of their own gender. */
export const GENDERS = ['woman', 'man', 'other', 'not_said'] as const;
export type Gender = (typeof GENDERS)[number];

/** How somebody speaks Japanese by their own words (CEFR can-do sentences); the order is from least to most. */
export const JAPANESE_LEVELS = ['none', 'a1', 'a2', 'b1', 'b2', 'c1', 'native'] as const;
export type JapaneseLevel = (typeof JAPANESE_LEVELS)[number];

/** Ways to reach somebody beside e-mail and telephone. */
export const OTHER_CHANNELS = ['line', 'wechat', 'whatsapp'] as const;
export type OtherChannel = (typeof OTHER_CHANNELS)[number];
export const CHANNELS = ['email', 'phone', ...OTHER_CHANNELS] as const;
export type Channel = (typeof CHANNELS)[number];

/** What a person can show to a confirmed counterpart; the name to call and the languages are always seen. */
export const SHARED_FIELDS = ['about', 'kana', 'town', 'email', 'phone', 'channels'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** A human being, as they say of themselves. Children never sign in and have no address of their own. */
export interface Person {
  readonly id: string;
  /** As used, one field; empty only until the first sign-in has asked for it. */
  readonly name: string;
  readonly preferredName: string | null;
  readonly kana: string | null;
  readonly romaji: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** The language of their mail. */
  readonly locale: Locale;
  readonly gender: Gender;
  readonly birthYear: number | null;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly japaneseSpeaking: JapaneseLevel;
  readonly easesJapanese: boolean;
  readonly maxTravelKm: number;
  /** One sentence of their own beside their name; empty for none. */
  readonly sentence: string;
  readonly about: string;
  readonly preferredChannel: Channel;
  readonly isChild: boolean;
  readonly createdAt: Temporal.Instant;
  readonly welcomedAt: Temporal.Instant | null;
  readonly accessEndedAt: Temporal.Instant | null;
}

/** What a person can change of themselves. */
export type PersonDetails = Omit<Person, 'id' | 'createdAt' | 'welcomedAt' | 'accessEndedAt' | 'isChild'>;

/** A role with its dates; `untilOn` is the first day without it. */
export interface HeldRole {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly sinceOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

/** 0 not at all, 1 a little, 2 yes, 3 well. */
export type Ability = 0 | 1 | 2 | 3;

/** The kinds of thing somebody does in a language. */
export const TASKS = ['speak', 'read', 'write', 'phone'] as const;
export type Task = (typeof TASKS)[number];

/** A language (BCP 47) and what somebody can do in it. For Japanese, `speak` stands in the self-check instead. */
export interface LanguageSkill extends Readonly<Record<Task, Ability>> {
  readonly language: string;
}

/** How a household's member belongs to the adult who keeps it. */
export const RELATIONS = ['partner', 'child', 'parent', 'sibling', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

export interface HouseholdMember {
  readonly personId: string;
  readonly householdId: string;
  readonly name: string;
  readonly relation: Relation | 'self';
  readonly isChild: boolean;
  /** The first of the month of birth; asked of children only. */
  readonly birthMonth: Temporal.PlainDate | null;
}

/** Hours of every week in Japan's time: weekday 1 is Monday, minutes from midnight in half hours, end excluded. */
export interface WeeklyHours {
  readonly weekday: number;
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Time added to or taken from one day. */
export interface AvailabilityException {
  readonly id: string;
  readonly onDay: Temporal.PlainDate;
  readonly startMinute: number;
  readonly endMinute: number;
  readonly isAvailable: boolean;
}

/** Days without any time; `untilOn` is the first day back, null when it isn't known yet. */
export interface Pause {
  readonly id: string;
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

export interface Availability {
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly AvailabilityException[];
  readonly pauses: readonly Pause[];
}
