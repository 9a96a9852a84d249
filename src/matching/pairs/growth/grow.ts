import { solveRound } from '../../round/solve.ts';
import type { Ticker } from '../../round/ticker.ts';
import type { RoundWatch } from '../../round/types.ts';
import type { Ground } from '../ground.ts';
import { problemOf } from '../prepare.ts';
import { addToRows, type Candidate, candidatesIn, type Rows } from '../rows.ts';
import type { Solution } from '../types.ts';
import { center } from './center.ts';
import { type Hands, oneHand } from './hands.ts';
import { mend } from './mend.ts';
import { type Choice, poolOf, takeMissed } from './pool.ts';
import { proofOf } from './proof.ts';
import { Lookout } from './search.ts';

/** How candidates grow; what comes out is proved in any case. */
export interface Habit {
  /** In points of fit: how near to being missed a candidate is kept an eye on. */
  readonly margin: number;
  readonly choice: Choice;
  /** So few candidates missed, as a part of the residents, are taken in without solving the problem anew. */
  readonly few: number;
  /** Who looks for them: this thread alone unless said. */
  readonly hands?: Hands | undefined;
}

export const usualHabit: Habit = { margin: 80, choice: { most: 40, slack: 10 }, few: 0.1 };

/** The part of what is left that each step is taken for; nobody knows how many there will be. */
const shareOfAStep = 0.3;

/**
 * Solves a round whose problem does not hold all candidates, again and again with those whom its certificate does
 * not hold against, until there are none: then it holds against everybody (column generation: Gilmore and Gomory
 * 1961). First each resident looks through a part of everybody, so that prices come near to what they will be. Then
 * everybody is looked through once; from then on only who was near to be missed, and, when of them nobody is, who
 * could be because prices have fallen since.
 */
export function growSolution(
  ground: Ground,
  first: Solution,
  ticker: Ticker,
  habit: Habit = usualHabit,
): Solution {
  const { margin, choice, hands = oneHand(new Lookout(ground)) } = habit;
  const lookNear = (among: 'part' | 'all', near: Solution, within: number, step: Ticker) => {
    const proof = proofOf(ground, near);
    const search = { kind: 'near', among, proof, kept: keptIn(near), margin: within } as const;
    return { proof, pool: poolOf(hands, search, step) };
  };
  let solution = center(first);
  const sample = lookNear('part', solution, 0, ticker.stage(0, 0.1));
  const missedInPart = takeMissed(sample.pool, ground, sample.proof, choice);
  const more = { ground, habit };
  solution = withMore(more, solution, missedInPart, ticker.stage(0.1, 0.2));
  const { proof: before, pool } = lookNear('all', solution, margin, ticker.stage(0.2, 0.6));
  for (let done = 0.6; ; done += (1 - done) * shareOfAStep) {
    const step = ticker.stage(done, done + (1 - done) * shareOfAStep);
    const proof = proofOf(ground, solution);
    let missed = takeMissed(pool, ground, proof, choice);
    if (missed.length === 0) {
      const search = { kind: 'beyond', proof, before, isCut: pool.isCut, margin } as const;
      missed = candidatesIn(hands.search(search, step.stage(0, 0.5)));
    }
    if (missed.length === 0) return solution;
    solution = withMore(more, solution, missed, step.stage(0.5, 1));
  }
}

/** The candidates in a problem, without anything else of it. */
function keptIn({ problem: { rowPtr, column, fit } }: Solution): Rows {
  return { rowPtr, column, fit };
}

/** The solution of the problem with some candidates more. */
function withMore(
  { ground, habit }: { ground: Ground; habit: Habit },
  solution: Solution,
  missed: readonly Candidate[],
  ticker: Ticker,
): Solution {
  if (missed.length === 0) return solution;
  const problem = problemOf(ground, addToRows(solution.problem, missed));
  const mended =
    missed.length < habit.few * problem.residents ? mend(ground, solution, problem, missed) : null;
  if (mended) return mended;
  return center({ problem, isComplete: false, result: solveRound(problem, throughTicker(ticker)) });
}

/** Lets a solve tell its progress to, and be cancelled by, a ticker. */
export function throughTicker(ticker: Ticker): RoundWatch {
  return { onProgress: (share) => ticker.tick(share) };
}
