/** A month of birth, and whether it was the first of April: by law such a child is a year old the day before. */
export interface Born {
  /** The first of the month. */
  readonly birthMonth: Temporal.PlainDate;
  readonly isFirstOfApril: boolean;
}

/** How a child reads Japanese, from least to most. */
export const READING = ['not_yet', 'some_hiragana', 'hiragana', 'katakana', 'some_kanji'] as const;
export type Reading = (typeof READING)[number];

export const PHOTO_CONSENTS = ['none', 'inside', 'no_face', 'public'] as const;
export type PhotoConsent = (typeof PHOTO_CONSENTS)[number];

/** What a guardian says of a child. */
export interface SaidOfChild {
  /** The name used in class. */
  readonly name: string;
  /** Spoken at home, BCP 47. */
  readonly languages: readonly string[];
  readonly reading: Reading;
  /** School or kindergarten; empty for none. */
  readonly school: string;
  /** What else helps to know; empty for nothing. */
  readonly note: string;
}

/** A child in classes. */
export interface Child extends Born, SaidOfChild {
  readonly id: string;
  /** The guardian who answers for them to us. */
  readonly answeredBy: string;
  readonly photos: PhotoConsent;
  /** Null until a guardian was asked. */
  readonly photosSaidAt: Temporal.Instant | null;
  /** When a guardian last said what there is to know of their health, or that there is nothing. */
  readonly careSaidAt: Temporal.Instant | null;
  readonly leftAt: Temporal.Instant | null;
}

export const RELATIONS = ['mother', 'father', 'grandparent', 'relative', 'friend', 'other'] as const;
export type Relation = (typeof RELATIONS)[number];

/** Somebody by what the door needs of them. */
export interface Named {
  readonly name: string;
  readonly relation: Relation;
  readonly phone: string;
}

/** Days on which something holds; `untilOn` is the last of them, null for no end. */
export interface Span {
  readonly fromOn: Temporal.PlainDate;
  readonly untilOn: Temporal.PlainDate | null;
}

export const DECIDES = ['me', 'both', 'other', 'rather_not'] as const;

/** What one guardian answered: asked, never judged. */
export interface Custody {
  /** Who decides what is done every day. */
  readonly decides: (typeof DECIDES)[number];
  /** Who must not be told where the class is; empty for nobody. */
  readonly notTold: string;
}

export interface Guardianship extends Named, Span {
  readonly id: string;
  readonly childId: string;
  /** Null for a guardian without an account. */
  readonly personId: string | null;
  readonly mayFetch: boolean;
  /** May open the child's page. */
  readonly maySee: boolean;
  readonly custody: Custody | null;
  readonly hidesPlace: boolean;
  readonly lookedAt: Temporal.Instant | null;
}

export interface Fetcher extends Named, Span {
  readonly id: string;
  readonly childId: string;
  readonly revokedAt: Temporal.Instant | null;
}

/** What coordinators write of somebody to whom a child is not handed over. */
export interface SaidOfBar {
  readonly name: string;
  /** How to know them; empty where it is not known. */
  readonly looks: string;
  readonly reason: string;
  /** Who said so. */
  readonly source: string;
  /** Whom the door calls. */
  readonly call: string;
}

export interface Bar extends SaidOfBar, Span {
  readonly id: string;
  readonly childId: string;
  readonly endedAt: Temporal.Instant | null;
}

export const CARE_KINDS = ['allergy', 'food', 'health', 'medicine'] as const;
export type CareKind = (typeof CARE_KINDS)[number];

/** What is declared on food in Japan, and what some families do not eat. */
export const FOODS = [
  'egg',
  'milk',
  'wheat',
  'buckwheat',
  'peanut',
  'walnut',
  'cashew',
  'shrimp',
  'crab',
  'soy',
  'sesame',
  'fish',
  'gelatin',
  'pork',
  'beef',
  'meat',
  'alcohol',
] as const;
export type Food = (typeof FOODS)[number];

export interface SaidOfCare {
  readonly foods: readonly Food[];
  /** What it is, and how one notices. */
  readonly what: string;
  /** What to do. */
  readonly whatToDo: string;
}

export interface CareNote extends SaidOfCare {
  readonly id: string;
  readonly childId: string;
  readonly kind: CareKind;
  readonly consentAt: Temporal.Instant;
  /** The last day on which it may be read. */
  readonly consentUntil: Temporal.PlainDate;
}
