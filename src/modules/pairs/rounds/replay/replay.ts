import { type FactorName, factorNames, replayRounds } from '../../../../matching/index.ts';
import type { Database } from '../../../../platform/database/connect.ts';
import { firstRoundOf, isSmall } from '../solving/solve.ts';
import { listDecisions } from '../store/decisions.ts';
import { findInput, listRounds } from '../store/rounds.ts';
import type { Round } from '../types.ts';

/** How many points each factor can give. */
export type Points = Readonly<Record<FactorName, number>>;

/** So many of the last rounds are looked at. */
const MOST_ROUNDS = 12;

/** A round under other points: how many pairs as it was held and now, and how many would have somebody else. */
export interface Replayed {
  readonly round: Round;
  /** Null for one of so many people that a page would wait too long. */
  readonly outcome: { readonly before: number; readonly after: number; readonly different: number } | null;
}

export const sumOf = (points: Points): number => factorNames.reduce((sum, name) => sum + points[name], 0);

/** Replays the last rounds that are still kept, each with its own people and decisions. @param points that add up to the best fit */
export async function replayLast(db: Database, points: Points): Promise<Replayed[]> {
  const { rows } = await listRounds(db, { state: null }, { after: null, limit: MOST_ROUNDS });
  const replayed: Replayed[] = [];
  for (const round of rows) {
    const input = await findInput(db, round.id);
    if (!input) continue;
    const past = { ...firstRoundOf(input, await listDecisions(db, round.id)), id: round.id };
    const count = { residents: past.residents.length, volunteers: past.volunteers.length };
    const [one] = isSmall(count)
      ? replayRounds([past], input.weights, { ...input.weights, version: 'replay', points })
      : [];
    replayed.push({
      round,
      outcome: one
        ? { before: one.pairsBefore, after: one.pairsAfter, different: one.different.length }
        : null,
    });
  }
  return replayed;
}
