import type { FitWeights } from '../fit/weights.ts';
import { solveRoundOfPairs } from '../pairs/round-of-pairs.ts';
import type { RoundOfPairs, SolvedRound } from '../pairs/types.ts';

/** A round that was held, with everything it was decided from except the weights under trial. */
export type PastRound = Omit<RoundOfPairs, 'weights'> & { id: string };

/** A resident whom the two sets of weights would have given different volunteers; null where none. */
export interface DifferentPairing {
  residentId: string;
  before: string | null;
  after: string | null;
}

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
    const [chosenBefore, chosenAfter] = [chosen(old!), chosen(now!)];
    const ids = round.residents.map(({ id }) => id).sort();
    const different = ids
      .map((residentId) => ({
        residentId,
        before: chosenBefore.get(residentId) ?? null,
        after: chosenAfter.get(residentId) ?? null,
      }))
      .filter((pairing) => pairing.before !== pairing.after);
    return { id: round.id, pairsBefore: old!.result.pairs, pairsAfter: now!.result.pairs, different };
  });
}

function chosen(round: SolvedRound): Map<string, string> {
  return new Map(round.proposals.map(({ residentId, volunteerId }) => [residentId, volunteerId]));
}
