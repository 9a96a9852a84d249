import { fingerprint } from '../../round/fingerprint.ts';
import type { RoundProblem } from '../../round/types.ts';
import type { Candidate } from '../rows.ts';
import type { Solution } from '../types.ts';
import { bothSidesOf } from './both-sides.ts';

/** How often prices are moved for each missed candidate before it is given up. */
const patience = 500;

/**
 * Proves a solution for a problem with some candidates more without solving it again, by moving prices alone: whoever
 * would fit better than the prices say gains more, so the volunteer they are paired with costs less, so others who
 * could have that volunteer gain more, and so on (relaxation along alternating paths, Bellman 1958). Null where that
 * does not end, or comes to a price that has to be 0: then the pairs have to change too.
 */
export function mend(
  { result }: Solution,
  problem: RoundProblem,
  missed: readonly Candidate[],
): Solution | null {
  const { certificate, volunteerOf } = result;
  const residents = certificate.price.residents.slice();
  const volunteers = certificate.price.volunteers.slice();
  const { start, edge, rowOf, groups } = bothSidesOf(problem, result);
  const queue: number[] = [];
  /** Lets a resident gain as much as this candidate is worth; false where that cannot be. */
  const allow = (row: number, column: number, fit: number): boolean => {
    const more = fit - residents[row]! - volunteers[column]!;
    if (more <= 0) return true;
    const own = volunteerOf[row]!;
    const group = groups.get(own);
    if (!group || (certificate.cover.volunteers[own] === 0 && volunteers[own]! < more)) return false;
    volunteers[own]! -= more;
    for (const other of group) residents[other]! += more;
    queue.push(own);
    return true;
  };
  if (!missed.every(({ row, column, fit }) => allow(row, column, fit))) return null;
  for (let head = 0; head < queue.length; head++) {
    if (head > patience * missed.length) return null;
    const column = queue[head]!;
    for (let at = start[column]!; at < start[column + 1]!; at++) {
      const row = rowOf[edge[at]!]!;
      if (volunteerOf[row] !== column && !allow(row, column, problem.fit[edge[at]!]!)) return null;
    }
  }
  const proven = { ...certificate, problem: fingerprint(problem), price: { residents, volunteers } };
  return { problem, isComplete: false, result: { ...result, certificate: proven } };
}
