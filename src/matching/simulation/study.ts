import { weights202611 } from '../fit/weights.ts';
import type { PreparedRound } from '../pairs/types.ts';
import { urgencyWeights202611 } from '../urgency/urgency.ts';
import { assumedBehavior } from './behavior.ts';
import { type Figures, figuresOf } from './figures.ts';
import { play } from './play.ts';
import { firstCome, optimal, type Policy } from './policy.ts';
import type { Scenario } from './world.ts';

/**
 * Two years of an organization of the size the reference organization has published: 600 applications of both
 * sides in a year (its third year), a fifth more in the next, somewhat more residents than volunteers.
 */
export const twoYears: Omit<Scenario, 'seed' | 'everyDays' | 'policy'> = {
  start_on: '2025-01-06',
  days: 730,
  firstYear: 600,
  yearlyGrowth: 0.2,
  residentShare: 0.55,
  behavior: assumedBehavior,
  weights: weights202611,
  urgencyWeights: urgencyWeights202611,
};

export const policies: Readonly<Record<string, Policy>> = { optimal, 'first come': firstCome };
export const rhythms: Readonly<Record<string, number>> = { weekly: 7, fortnightly: 14, monthly: 28 };

/** The figures of one rhythm under one policy, averaged over the seeds. */
export interface StudyRow {
  rhythm: string;
  policy: string;
  figures: Figures;
}

/** What two policies make of exactly the same rounds. */
export interface SameRounds {
  rounds: number;
  pairs: number;
  pairsFirstCome: number;
  fit: number;
  fitFirstCome: number;
  /** Rounds in which first come made more pairs, or as many with less waiting served: must be none. */
  lostRounds: number;
}

export interface Study {
  rows: readonly StudyRow[];
  sameRounds: SameRounds;
}

/**
 * Plays every rhythm under every policy for every seed; the optimal rounds are also put to first come as they
 * stand.
 */
export function studyPairs(seeds: readonly number[], scenario = twoYears): Study {
  const sameRounds = { rounds: 0, pairs: 0, pairsFirstCome: 0, fit: 0, fitFirstCome: 0, lostRounds: 0 };
  const rows = Object.entries(rhythms).flatMap(([rhythm, everyDays]) =>
    Object.entries(policies).map(([name, policy]): StudyRow => {
      const watched = policy === optimal ? comparing(sameRounds) : policy;
      const figures = seeds.map((seed) => {
        const played = { ...scenario, seed, everyDays, policy: watched };
        return figuresOf(play(played), played);
      });
      return { rhythm, policy: name, figures: averageOf(figures) };
    }),
  );
  return { rows, sameRounds };
}

/** The optimal policy, which also notes what first come would have made of each round. */
function comparing(note: SameRounds): Policy {
  return (round) => {
    const chosen = optimal(round);
    const [best, other] = [totalsOf(round, chosen), totalsOf(round, firstCome(round))];
    note.rounds++;
    note.pairs += best.pairs;
    note.pairsFirstCome += other.pairs;
    note.fit += best.fit;
    note.fitFirstCome += other.fit;
    if (other.pairs > best.pairs || (other.pairs === best.pairs && other.urgency > best.urgency))
      note.lostRounds++;
    return chosen;
  };
}

function totalsOf({ problem, urgencies }: PreparedRound, volunteerOf: Int32Array) {
  const totals = { pairs: 0, urgency: 0, fit: 0 };
  volunteerOf.forEach((column, row) => {
    if (column < 0) return;
    const candidates = problem.column.subarray(problem.rowPtr[row], problem.rowPtr[row + 1]);
    totals.pairs++;
    totals.urgency += urgencies[row]!.days;
    totals.fit += problem.fit[problem.rowPtr[row]! + candidates.indexOf(column)]!;
  });
  return totals;
}

function averageOf(all: readonly Figures[]): Figures {
  const average = { ...all[0]! };
  for (const key of Object.keys(average) as (keyof Figures)[]) {
    const mean = all.reduce((sum, figures) => sum + figures[key], 0) / all.length;
    average[key] = Math.round(1000 * mean) / 1000;
  }
  return average;
}
