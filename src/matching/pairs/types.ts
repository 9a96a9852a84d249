import type { Fit } from '../fit/fit.ts';
import type { FitWeights } from '../fit/weights.ts';
import type { Resident, Volunteer } from '../people/party.ts';
import type { RoundProblem, RoundResult } from '../round/types.ts';
import type { Urgency, UrgencyWeights } from '../urgency/urgency.ts';

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
  /** How many of the nearest candidates each resident keeps; `defaultMostCandidates` when absent. */
  mostCandidates?: number;
}

/**
 * Far above what a district has, so that it limits only rounds of city size; the result says whether it did.
 */
export const defaultMostCandidates = 100;

/** A round as the solver takes it: parties sorted by id, so that row and column numbers mean them. */
export interface PreparedRound {
  input: RoundOfPairs;
  residents: readonly Resident[];
  volunteers: readonly Volunteer[];
  urgencies: readonly Urgency[];
  problem: RoundProblem;
  /** Residents for whom more candidates than the nearest were found and left aside. */
  cutResidents: number;
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
  /** Volunteers who could be proposed, without those the coordinator has ruled out. */
  candidates: number;
}

/**
 * A solved round: what is proposed, who is left over from the most urgent down, and the proof that no round
 * is better.
 */
export interface SolvedRound extends PreparedRound {
  result: RoundResult;
  proposals: readonly Proposal[];
  leftOver: readonly LeftOver[];
}
