import type { FitWeights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import type { RoundOfPairs } from '../pairs/types.ts';
import { compareRounds, type DifferentPairing } from './compare.ts';

/** A round that was held, with everything it was decided from except the weights under trial. */
export type PastRound = Omit<RoundOfPairs, 'weights'> & { id: string };

/** What changed in one round. */
export interface ReplayedRound {
  id: string;
  pairsBefore: number;
  pairsAfter: number;
  different: readonly DifferentPairing[];
}

/**
 * Replays past rounds under old and new weights and says who would have been paired differently. Each round
 * is replayed from its own people as they were then, so one round's difference does not change the next.
 * Limits are part of the weights: where they differ, the number of pairs can differ too; where only points
 * differ, it cannot. Refuses like `solveRoundOfPairs`.
 */
export function replayRounds(
  rounds: readonly PastRound[],
  before: FitWeights,
  after: FitWeights,
): ReplayedRound[] {
  return rounds.map((round) => {
    const [old, now] = [before, after].map((weights) => solveRoundOfPairs({ ...round, weights }));
    const { different } = compareRounds(old!, now!);
    return { id: round.id, pairsBefore: old!.result.pairs, pairsAfter: now!.result.pairs, different };
  });
}
