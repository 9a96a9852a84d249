/** The days around New Year on which much is shut, by the organization's setting. */
export interface Season {
  readonly from: Temporal.PlainDate;
  /** The last day. */
  readonly to: Temporal.PlainDate;
  /** From when on the home page leads to it. */
  readonly shownFrom: Temporal.PlainDate;
}

export const PARTS = ['morning', 'afternoon', 'evening'] as const;
/** A part of a day that somebody can give. */
export type Part = (typeof PARTS)[number];

/** An office of a ward or city that opens on one of these days. */
export interface Opening {
  readonly id: string;
  readonly municipalityCode: string;
  readonly place: string;
  readonly onDay: Temporal.PlainDate;
  /** HH:MM */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly phone: string | null;
  readonly source: string;
  readonly collectedBy: string;
  /** Null until somebody else has checked it. */
  readonly verifiedOn: Temporal.PlainDate | null;
}

export const KINDS = ['ward', 'us', 'lines'] as const;
/** What of our lists somebody counts on: their ward office, the organization, lines that answer in their languages. */
export type SupportKind = (typeof KINDS)[number];

/** A doctor, a school, a friend: somebody's own support, and when it is shut. */
export interface NamedSupport {
  readonly name: string;
  readonly shutFrom: string;
  readonly shutUntil: string;
}

/** On whom somebody counts. */
export interface Supports {
  readonly kinds: readonly SupportKind[];
  readonly named: readonly NamedSupport[];
}

export const WAYS = ['phone', 'online', 'table'] as const;
/** What somebody who will be alone would like: a call, an online call, an open table. */
export type Way = (typeof WAYS)[number];

/** What somebody says who will be alone. */
export interface SaidAlone {
  /** ISO days. */
  readonly days: readonly string[];
  readonly ways: readonly Way[];
  /** How whoever calls reaches them. */
  readonly reach: string;
  readonly note: string;
}

export interface Alone extends SaidAlone {
  readonly id: string;
  readonly personId: string;
  readonly agreedAt: Temporal.Instant;
}

/** A part of a day that a volunteer gives. */
export interface Hour {
  readonly id: string;
  readonly personId: string;
  readonly onDay: Temporal.PlainDate;
  readonly part: Part;
}

export type CallState = 'arranged' | 'called' | 'missed' | 'called_off';

/** Who calls whom, and when. */
export interface Call {
  readonly id: string;
  readonly aloneId: string;
  readonly hourId: string;
  /** Who is called. */
  readonly residentId: string;
  /** Who calls. */
  readonly volunteerId: string;
  readonly onDay: Temporal.PlainDate;
  readonly part: Part;
  readonly state: CallState;
}
