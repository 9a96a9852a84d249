import { type Ground, groundOf, isCandidate } from '../pairs/ground.ts';
import type { SolvedRound } from '../pairs/types.ts';

/**
 * Returns for each resident (by row) the least urgency in days among those who hold a place that the resident
 * could have if holders moved to other candidates of theirs, -1 where nobody does: everybody reached along
 * alternating paths. In an optimal round each of them is at least as urgent as a resident left over, else
 * exchanging the two would make the round more urgent at no cost (the exchange property of the transversal
 * matroid, Edmonds and Fulkerson 1965). Pinned pairs are not moved and not counted.
 *
 * The least urgent holder is taken first, and whoever reaches that place is found going backwards from it; then the
 * next, among those who are left. So every resident is found once, and no candidate need be listed.
 */
export function leastDaysReached(round: SolvedRound): Int32Array {
  const { urgencies, result, problem } = round;
  const ground = groundOf(round);
  const pinned = new Set((problem.pinned ?? []).map(([row]) => row));
  const least = new Int32Array(problem.residents).fill(-1);
  const unseen = [...round.residents.keys()].filter((row) => !pinned.has(row));
  const holders = unseen
    .filter((row) => result.volunteerOf[row]! >= 0)
    .sort((a, b) => urgencies[a]!.days - urgencies[b]!.days);
  const isOpened = new Uint8Array(problem.volunteers);
  for (const holder of holders) {
    const queue = [result.volunteerOf[holder]!];
    for (let column = queue.pop(); column !== undefined; column = queue.pop()) {
      if (isOpened[column] === 1) continue;
      isOpened[column] = 1;
      for (const row of takeCandidates(ground, column, unseen)) {
        least[row] = urgencies[holder]!.days;
        if (result.volunteerOf[row]! >= 0) queue.push(result.volunteerOf[row]!);
      }
    }
  }
  return least;
}

/** Takes the residents out of the list with whom the volunteer could be paired. */
function takeCandidates(ground: Ground, column: number, rows: number[]): number[] {
  const taken: number[] = [];
  let kept = 0;
  for (const row of rows) {
    if (isCandidate(ground, row, column)) taken.push(row);
    else rows[kept++] = row;
  }
  rows.length = kept;
  return taken;
}
