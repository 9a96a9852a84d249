import type { EventOf, PartyOf, StateOf } from '../../platform/life.ts';
import type { applicationLife } from './applications/life.ts';
import type { Facts } from './facts.ts';
import type { Reduction } from './fees/reductions.ts';
import type { pairLife } from './pair/life.ts';

/** Which side of a pair. */
export const SIDES = ['resident', 'volunteer'] as const;
export type Side = (typeof SIDES)[number];

export type ApplicationState = StateOf<typeof applicationLife.acts>;
export type ApplicationParty = PartyOf<typeof applicationLife.acts>;
export type ApplicationEvent = EventOf<typeof applicationLife.acts>;

/** Somebody's wish for a pair, or their household's. */
export interface Application {
  readonly id: string;
  readonly side: Side;
  /** Whoever applies, and is written to. */
  readonly personId: string;
  /** Everybody it is about, the applicant among them, by id. */
  readonly memberIds: readonly string[];
  readonly state: ApplicationState;
  readonly version: number;
  readonly submittedAt: Temporal.Instant;
  /** The coordinator who wrote it down for them; null where they applied themselves. */
  readonly enteredBy: string | null;
  readonly purposes: readonly Purpose[];
  readonly facts: Facts;
  readonly emergencyContact: string | null;
  readonly pledgedAt: Temporal.Instant | null;
  /** The class of fees that was granted. */
  readonly reduction: Reduction;
  readonly outcomeWords: string | null;
  /** How many proposals and pairs it can be in at once. */
  readonly places: number;
  readonly readyAt: Temporal.Instant | null;
  readonly pausedAt: Temporal.Instant | null;
  readonly pausedDays: number;
  readonly fallenThrough: number;
  readonly need: 0 | 1 | 2 | 3;
  readonly heardAt: Temporal.Instant;
  readonly askedWhetherAt: Temporal.Instant | null;
}

export const PURPOSES = [
  'talk',
  'practice_japanese',
  'daily_life',
  'procedures',
  'raise_children',
  'friend_for_child',
  'culture',
] as const;
export type Purpose = (typeof PURPOSES)[number];

export type PairState = StateOf<typeof pairLife.acts>;
export type PairParty = PartyOf<typeof pairLife.acts>;
export type PairEvent = EventOf<typeof pairLife.acts>;
export type Ending = 'planned' | 'told' | 'faded';

/** Two applications, from the proposal until what they had together is over. */
export interface Pair {
  readonly id: string;
  readonly volunteerApplicationId: string;
  readonly residentApplicationId: string;
  /** The applicants of both. */
  readonly volunteerId: string;
  readonly residentId: string;
  readonly state: PairState;
  readonly version: number;
  readonly coordinatorId: string;
  readonly roundId: string | null;
  readonly proposedAt: Temporal.Instant;
  /** Why these two, as the engine says it and in the coordinator's own words. */
  readonly reasons: PairReasons;
  /** 0 to 1000. */
  readonly fit: number;
  readonly answerBy: Temporal.Instant | null;
  readonly volunteerYesAt: Temporal.Instant | null;
  readonly residentYesAt: Temporal.Instant | null;
  readonly startedOn: Temporal.PlainDate | null;
  /** The first day that is no longer of the pair. */
  readonly endsOn: Temporal.PlainDate | null;
  readonly pausedOn: Temporal.PlainDate | null;
  readonly overAt: Temporal.Instant | null;
  readonly ending: Ending | null;
  /** When the resident was asked too; null: they know nothing of it. */
  readonly offeredAt: Temporal.Instant | null;
  /** Since when one of the two wished that they do not write to each other. */
  readonly writingStoppedAt: Temporal.Instant | null;
  /** Until when the coordinator to whom it was handed over looks at it. */
  readonly lookAgainOn: Temporal.PlainDate | null;
}

export interface PairReasons {
  readonly codes: readonly {
    readonly code: string;
    readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  }[];
  readonly words: string;
}

/** When the two of a pair meet for the first time, with a coordinator. */
export interface Introduction {
  readonly id: string;
  readonly pairId: string;
  /** The coordinator who is there too. */
  readonly hostId: string;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly place: 'online' | 'place';
  /** The link to open, or the address to go to. */
  readonly whereWords: string | null;
  readonly sequence: number;
  /** Who set the time; null for nobody any more. */
  readonly setBy: string | null;
  readonly calledOffAt: Temporal.Instant | null;
}

/** Who acts, in which part. */
export interface Doer<Party> {
  /** Null for the program. */
  readonly personId: string | null;
  readonly party: Party;
  readonly now: Temporal.Instant;
}
