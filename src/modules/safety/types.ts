import type { Helpline } from '../../japanese/helplines/helplines.ts';
import type { Locale } from '../../platform/languages/locales.ts';

/** What kind of danger a text speaks of. */
export const DANGERS = ['medical', 'fire', 'violence', 'suicide', 'child', 'sexual_violence'] as const;
export type Danger = (typeof DANGERS)[number];

export const URGENCIES = ['soon', 'advice'] as const;
/** What an administrator can say of the hours; `as_it_comes` only of a line that comes with the program. */
export const HOURS = ['as_it_comes', 'always', 'every_day', 'weekdays', 'unknown'] as const;

/** What a line is for, in each language; empty where the reader gets the nearest other one. Easy Japanese with readings. */
export type LineWords = Readonly<Record<Locale, string>>;

/** A line that the organization keeps itself, or what it has changed of one that comes with the program. */
export interface OwnLine {
  readonly number: string;
  /** Null where it changes a line that comes with the program: what that is for stays. */
  readonly about: { readonly words: LineWords; readonly urgency: (typeof URGENCIES)[number] } | null;
  readonly hours: (typeof HOURS)[number];
  /** HH:MM; both or none. Where it closes before it opens, it closes on the next day. */
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly languages: readonly string[];
  readonly isFree: boolean;
  readonly changedAt: Temporal.Instant;
}

/** A helpline as it is shown: one that comes with the program, or the organization's own, which has words of its own. */
export type ShownHelpline = Omit<Helpline, 'purpose'> & { readonly purpose: Helpline['purpose'] | 'own' };

/** A helpline with what the organization found when it called. */
export interface CheckedHelpline {
  readonly helpline: ShownHelpline;
  /** What the organization keeps of it itself; null for a line as it came with the program. */
  readonly own: OwnLine | null;
  readonly verifiedOn: Temporal.PlainDate | null;
  readonly isHidden: boolean;
  /** "Call to check" stands beside it. */
  readonly needsCheck: boolean;
}
