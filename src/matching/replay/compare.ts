import type { PairIds, RoundOfPairs, SolvedRound } from '../pairs/types.ts';

/** A resident to whom two rounds give different volunteers; null where none. */
export interface DifferentPairing {
  residentId: string;
  before: string | null;
  after: string | null;
}

/** What the second of two rounds of the same people has more than the first, in the order of the aims. */
export interface RoundDifference {
  pairs: number;
  /** Days of waiting of those who are paired. */
  urgency: number;
  fit: number;
  /** Everybody whose volunteer is another one, by id. */
  different: readonly DifferentPairing[];
}

/** Compares two rounds: what a decision of the coordinator costs the whole, and whom it moves. */
export function compareRounds(before: SolvedRound, after: SolvedRound): RoundDifference {
  const [chosenBefore, chosenAfter] = [chosen(before), chosen(after)];
  const ids = new Set([...before.residents, ...after.residents].map(({ id }) => id));
  const different = [...ids]
    .sort()
    .map((residentId) => ({
      residentId,
      before: chosenBefore.get(residentId) ?? null,
      after: chosenAfter.get(residentId) ?? null,
    }))
    .filter((pairing) => pairing.before !== pairing.after);
  const [old, now] = [before.result, after.result];
  return {
    pairs: now.pairs - old.pairs,
    urgency: now.urgency - old.urgency,
    fit: now.fit - old.fit,
    different,
  };
}

/** The same round with one more pair decided, in place of what was decided for this resident. */
export function withPinned(input: RoundOfPairs, pair: PairIds): RoundOfPairs {
  const others = (input.pinned ?? []).filter(({ residentId }) => residentId !== pair.residentId);
  return { ...input, pinned: [...others, pair] };
}

function chosen(round: SolvedRound): Map<string, string> {
  return new Map(round.proposals.map(({ residentId, volunteerId }) => [residentId, volunteerId]));
}
