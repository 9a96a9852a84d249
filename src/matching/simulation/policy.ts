import type { PreparedRound } from '../pairs/types.ts';
import { solveRound } from '../round/solve.ts';

/** Chooses the volunteer of each resident of a round (-1 for none), as columns of the problem. */
export type Policy = (round: PreparedRound) => Int32Array;

/** The round of this engine: most pairs, then the most urgent, then the best fit. */
export const optimal: Policy = ({ problem }) => solveRound(problem).volunteerOf;

/** What a careful coordinator does by hand: who came first chooses first, the best fit with a place left. */
export const firstCome: Policy = ({ problem, residents, urgencies }) => {
  const volunteerOf = new Int32Array(problem.residents).fill(-1);
  const places = problem.capacity.slice();
  const order = [...residents.keys()].sort((a, b) => urgencies[b]!.days - urgencies[a]!.days || a - b);
  for (const row of order) {
    let best = -1;
    for (let at = problem.rowPtr[row]!; at < problem.rowPtr[row + 1]!; at++) {
      const column = problem.column[at]!;
      if (places[column]! <= 0) continue;
      if (best < 0 || problem.fit[at]! > problem.fit[best]!) best = at;
    }
    if (best < 0) continue;
    volunteerOf[row] = problem.column[best]!;
    places[problem.column[best]!]!--;
  }
  return volunteerOf;
};
