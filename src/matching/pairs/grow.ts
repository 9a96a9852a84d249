import { solveRound } from '../round/solve.ts';
import { newTicker, type Ticker } from '../round/ticker.ts';
import type { RoundWatch } from '../round/types.ts';
import type { Ground } from './ground.ts';
import { boundsOf, missedCandidates } from './missed.ts';
import { mostPairsAtOnce, prepareGround, problemOf } from './prepare.ts';
import { addToRows } from './rows.ts';
import type { Solution } from './types.ts';

/** How many of the candidates it has missed a resident gets at a time. */
const mostAtATime = 24;

/** The part of what is left that each solve is taken for; nobody knows how many there will be. */
const shareOfASolve = 0.4;

/**
 * Solves a round; where the problem does not hold all candidates, again with those whom the certificate does not
 * hold against, until there are none: then it holds against everybody (column generation: Gilmore and Gomory
 * 1961). Up to `mostPairs` possible pairs, all candidates are in the problem from the start.
 */
export function solveGround(ground: Ground, watch: RoundWatch = {}, mostPairs = mostPairsAtOnce): Solution {
  const ticker = newTicker(watch);
  const { problem, isComplete } = prepareGround(ground, mostPairs, ticker.stage(0, 0.2));
  if (isComplete)
    return { problem, isComplete, result: solveRound(problem, throughTicker(ticker.stage(0.2, 1))) };
  const bounds = boundsOf(ground);
  let solution: Solution = {
    problem,
    isComplete,
    result: solveRound(problem, throughTicker(ticker.stage(0.2, 0.5))),
  };
  for (let done = 0.5; ; done += (1 - done) * shareOfASolve) {
    const stage = ticker.stage(done, done + (1 - done) * shareOfASolve);
    const missed = missedCandidates(ground, bounds, solution, {
      most: mostAtATime,
      ticker: stage.stage(0, 0.5),
    });
    if (missed.length === 0) break;
    const grown = problemOf(ground, addToRows(solution.problem, missed));
    solution = { problem: grown, isComplete, result: solveRound(grown, throughTicker(stage.stage(0.5, 1))) };
  }
  ticker.tick(1);
  return solution;
}

function throughTicker(ticker: Ticker): RoundWatch {
  return { onProgress: (share) => ticker.tick(share) };
}
