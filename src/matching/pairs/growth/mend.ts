import { fingerprint, fingerprintOfPairs } from '../../round/fingerprint.ts';
import type { RoundProblem, RoundResult } from '../../round/types.ts';
import type { Ground } from '../ground.ts';
import type { Candidate } from '../rows.ts';
import type { Solution } from '../types.ts';
import { gainOf, proofOf, UNCOVERED } from './proof.ts';
import { Rearrangement } from './rearrange.ts';

/**
 * Solves a problem with some candidates more without solving it anew. Whoever would fit better with one of them than the
 * prices say gives up their pair, gains as much, and is paired again along the shortest path to the place that fell free:
 * what was optimal before stays so, with the new candidates too (successive shortest paths, Tomizawa 1971, Edmonds and Karp
 * 1972). Their own pair is one of the ways back, so that a search never goes farther than they would have gained. Null where a
 * candidate is not covered: then it is decided anew who can be paired at all.
 */
export function mend(
  ground: Ground,
  solution: Solution,
  problem: RoundProblem,
  missed: readonly Candidate[],
): Solution | null {
  const proof = proofOf(ground, solution);
  if (missed.some(({ row, column, fit }) => gainOf(proof, row, column, fit) === UNCOVERED)) return null;
  const rearrangement = new Rearrangement(problem, solution.result, proof, missed);
  const rows = Map.groupBy(missed, ({ row }) => row);
  for (const [row, candidates] of rows) rearrangement.admit(row, candidates);
  return { problem, isComplete: false, result: toResult(problem, solution.result, rearrangement) };
}

function toResult(
  problem: RoundProblem,
  { pairs, urgency, certificate }: RoundResult,
  rearrangement: Rearrangement,
): RoundResult {
  const { volunteerOf } = rearrangement;
  let fit = 0;
  for (let row = 0; row < problem.residents; row++) {
    for (let at = problem.rowPtr[row]!; at < problem.rowPtr[row + 1]!; at++)
      if (problem.column[at] === volunteerOf[row]) fit += problem.fit[at]!;
  }
  return {
    ...{ volunteerOf, pairs, urgency, fit },
    certificate: {
      problem: fingerprint(problem),
      pairs: fingerprintOfPairs(volunteerOf),
      cover: certificate.cover,
      price: rearrangement.prices(),
    },
  };
}
