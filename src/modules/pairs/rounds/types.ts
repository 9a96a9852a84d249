import type {
  Fit,
  FitWeights,
  LeftOverExplanation,
  MorePlaces,
  PairIds,
  Reason,
  RecruitKind,
  RunnerUp,
  Urgency,
  UrgencyWeights,
} from '../../../matching/index.ts';
import type { StateOf } from '../../../platform/life.ts';
import type { Pool } from '../pool/parties.ts';
import type { roundLife } from './life.ts';

export type RoundState = StateOf<typeof roundLife.acts>;

/** One look at everybody who waits, without what is in it. */
export interface Round {
  readonly id: string;
  readonly state: RoundState;
  readonly version: number;
  readonly createdBy: string;
  readonly createdAt: Temporal.Instant;
  readonly heldOn: Temporal.PlainDate;
  /** A municipality whose residents it is for; null for all. */
  readonly area: string | null;
  readonly weightsVersion: string;
  readonly solvedAt: Temporal.Instant | null;
  /** The solving that is under way, for whom, and how far it has got. */
  readonly solving: { readonly id: string; readonly for: string; readonly share: number } | null;
  readonly overAt: Temporal.Instant | null;
}

/** Everything a round is solved from beside what coordinators decide. */
export interface RoundInput extends Pool {
  readonly today_on: string;
  readonly weights: FitWeights;
  readonly urgencyWeights: UrgencyWeights;
}

/** Two whom a coordinator wants to see together (`pin`), or not at all (`ban`). */
export interface Decision extends PairIds {
  readonly kind: 'pin' | 'ban';
  readonly by: string;
  readonly at: Temporal.Instant;
}

export interface ToldProposal extends PairIds {
  readonly isPinned: boolean;
  /** One more for somebody who wishes to choose: made of volunteers whom nobody else is proposed. */
  readonly isFurther: boolean;
  readonly fit: Fit;
  readonly urgency: Urgency;
  readonly runnerUp: RunnerUp | null;
  /** In which municipality each of them lives, by its code; absent in what was told by a version before. */
  readonly areas?: { readonly resident: string; readonly volunteer: string };
}

export interface ToldLeftOver extends LeftOverExplanation {
  readonly urgency: Urgency;
  readonly area?: string;
}

/** What pages say of a solved round. */
export interface ToldRound {
  readonly residents: number;
  readonly volunteers: number;
  readonly pairs: number;
  readonly urgency: number;
  readonly fit: number;
  /** The most urgent first, further ones behind them. */
  readonly proposals: readonly ToldProposal[];
  readonly leftOver: readonly ToldLeftOver[];
  readonly recruits: readonly RecruitKind[];
  readonly morePlaces: readonly MorePlaces[];
  readonly proof: Proof;
  /** In no round until it is known where they live. */
  readonly placeless: readonly string[];
  /** Decisions that hold no more: somebody of them has gone, or a condition speaks against them. */
  readonly dropped: readonly PairIds[];
  readonly milliseconds: number;
  /** What was wrong with who came in, where it could not be solved. */
  readonly flaws?: readonly Reason[];
  /** Once published: who was left out, and why. */
  readonly leftOut?: readonly LeftOut[];
}

/** Two who were proposed to nobody when the round was published, with the refusal. */
export interface LeftOut extends PairIds {
  readonly code: string;
}

/** Why no other round is better: whether it was checked, and the numbers for whoever can add. */
export interface Proof {
  readonly holds: boolean;
  /** Of small rounds alone. */
  readonly rows: readonly ProofRow[] | null;
}

export interface ProofRow {
  readonly id: string;
  readonly cover: number;
  readonly price: number;
}
