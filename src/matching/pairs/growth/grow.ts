import { solveRound } from '../../round/solve.ts';
import type { Ticker } from '../../round/ticker.ts';
import type { RoundWatch } from '../../round/types.ts';
import type { Ground } from '../ground.ts';
import { problemOf } from '../prepare.ts';
import { addToRows, type Candidate } from '../rows.ts';
import type { Solution } from '../types.ts';
import { missedBeyond } from './beyond.ts';
import { center } from './center.ts';
import { type Field, fieldOf } from './field.ts';
import { mend } from './mend.ts';
import { type Choice, poolOf, takeMissed } from './pool.ts';
import { proofOf } from './proof.ts';
import { sweepOf } from './sweep.ts';

/** How candidates grow; what comes out is proved in any case. */
export interface Habit {
  /** In points of fit: how near to being missed a candidate is kept an eye on. */
  readonly margin: number;
  readonly choice: Choice;
  /** So few candidates missed, as a part of the residents, may be taken in by moving prices alone. */
  readonly few: number;
}

const usual: Habit = { margin: 40, choice: { most: 40, slack: 10 }, few: 0.02 };

/** The part of what is left that each step is taken for; nobody knows how many there will be. */
const shareOfAStep = 0.3;

/**
 * Solves a round whose problem does not hold all candidates, again and again with those whom its certificate does
 * not hold against, until there are none: then it holds against everybody (column generation: Gilmore and Gomory
 * 1961). First each resident looks through a part of everybody, so that prices come near to what they will be. Then
 * everybody is looked through once; from then on only who was near to be missed, and, when of them nobody is, who
 * could be because prices have fallen since.
 */
export function growSolution(ground: Ground, first: Solution, ticker: Ticker, habit = usual): Solution {
  const { margin, choice } = habit;
  let solution = center(first);
  const parts = sweepOf(ground, partsOf(ground), proofOf(ground, solution));
  const sample = poolOf(parts, solution.problem, { margin: 0, ticker: ticker.stage(0, 0.1) });
  const missedInPart = takeMissed(sample, ground, parts.proof, choice);
  const more = { ground, habit };
  solution = withMore(more, solution, missedInPart, ticker.stage(0.1, 0.2));
  const whole = [fieldOf(ground, ground.columns)];
  const before = sweepOf(ground, whole, proofOf(ground, solution));
  const pool = poolOf(before, solution.problem, { margin, ticker: ticker.stage(0.2, 0.6) });
  for (let done = 0.6; ; done += (1 - done) * shareOfAStep) {
    const step = ticker.stage(done, done + (1 - done) * shareOfAStep);
    const proof = proofOf(ground, solution);
    let missed = takeMissed(pool, ground, proof, choice);
    if (missed.length === 0)
      missed = missedBeyond(sweepOf(ground, whole, proof), pool, before.proof, step.stage(0, 0.5));
    if (missed.length === 0) return solution;
    solution = withMore(more, solution, missed, step.stage(0.5, 1));
  }
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
  const mended = missed.length < habit.few * problem.residents ? mend(solution, problem, missed) : null;
  if (mended) return mended;
  return center({ problem, isComplete: false, result: solveRound(problem, throughTicker(ticker)) });
}

const partsOfAll = 4;

/** Fields that together hold everybody. */
function partsOf(ground: Ground): Field[] {
  return Array.from({ length: partsOfAll }, (_, part) =>
    fieldOf(
      ground,
      ground.columns.filter((column) => (ground.volunteerKeys[column]! >>> 5) % partsOfAll === part),
    ),
  );
}

/** Lets a solve tell its progress to, and be cancelled by, a ticker. */
export function throughTicker(ticker: Ticker): RoundWatch {
  return { onProgress: (share) => ticker.tick(share) };
}
