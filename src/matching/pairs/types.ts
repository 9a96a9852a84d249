import type { Fit } from '../fit/fit.ts';
import type { FitWeights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import type { RoundProblem, RoundResult } from '../round/types.ts';
import type { Urgency, UrgencyWeights } from '../urgency/urgency.ts';

/** Stands in place of points or of a fit where two cannot be a pair. */
export const REFUSED = -1;

/** A pair by the ids of its two sides. */
export interface PairIds {
  residentId: string;
  volunteerId: string;
}

/**
 * Everything a round is decided from; the same input gives the same proposals in whatever order people are
 * listed.
 */
export interface RoundOfPairs {
  residents: readonly Resident[];
  volunteers: readonly Volunteer[];
  /** The ISO day of the round, up to which waiting is counted. */
  today_on: string;
  weights: FitWeights;
  urgencyWeights: UrgencyWeights;
  /** Pairs the coordinator has decided on, and pairs the coordinator has ruled out. */
  pinned?: readonly PairIds[];
  forbidden?: readonly PairIds[];
}

/** Everybody in a round, sorted by id, so that row and column numbers mean them. */
export interface PeopleOfRound {
  input: RoundOfPairs;
  residents: readonly Resident[];
  volunteers: readonly Volunteer[];
  urgencies: readonly Urgency[];
}

/** A round as the solver takes it. Pairs that the coordinator has ruled out are no candidates. */
export interface Prepared {
  problem: RoundProblem;
  /**
   * Whether the problem holds all candidates there are. In a round of city size it holds those that decide it:
   * its certificate then holds against everybody else too (see `grow.ts`).
   */
  isComplete: boolean;
}

export type PreparedRound = PeopleOfRound & Prepared;

/** What the solver has made of a round, in numbers. */
export interface Solution extends Prepared {
  result: RoundResult;
}

/** One pair put before the coordinator, who decides. */
export interface Proposal extends PairIds {
  isPinned: boolean;
  fit: Fit;
  urgency: Urgency;
}

/** Somebody for whom this round has no proposal. */
export interface LeftOver {
  residentId: string;
  urgency: Urgency;
}

/**
 * A solved round: what is proposed, who is left over from the most urgent down, and the proof that no round
 * is better, whoever is paired with whom.
 */
export interface SolvedRound extends PeopleOfRound, Solution {
  proposals: readonly Proposal[];
  leftOver: readonly LeftOver[];
}
