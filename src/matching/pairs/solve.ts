import { solveRound } from '../round/solve.ts';
import { newTicker } from '../round/ticker.ts';
import type { RoundWatch } from '../round/types.ts';
import type { Ground } from './ground.ts';
import { growSolution, throughTicker, usualHabit } from './growth/grow.ts';
import type { Hands } from './growth/hands.ts';
import { mostPairsAtOnce, prepareGround } from './prepare.ts';
import type { Solution } from './types.ts';

/**
 * Solves the round of these people: with all candidates at once up to `mostPairs` possible pairs, else with
 * candidates that grow, for which `hands` look. The certificate holds against everybody in either case. Throws `RoundCancelled` when the
 * watcher cancels.
 */
export function solveGround(
  ground: Ground,
  watch: RoundWatch = {},
  mostPairs = mostPairsAtOnce,
  hands?: Hands,
): Solution {
  const ticker = newTicker(watch);
  const prepared = prepareGround(ground, mostPairs, ticker.stage(0, 0.1), hands);
  const end = prepared.isComplete ? 1 : 0.2;
  const result = solveRound(prepared.problem, throughTicker(ticker.stage(0.1, end)));
  const first = { ...prepared, result };
  const habit = { ...usualHabit, hands };
  const solution = prepared.isComplete ? first : growSolution(ground, first, ticker.stage(0.2, 1), habit);
  ticker.tick(1);
  return solution;
}
