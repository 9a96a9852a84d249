import type { SolvedRound } from '../pairs/types.ts';

/**
 * Lists the residents (rows) who hold a place that the given resident could have if holders moved to other
 * candidates of theirs: everybody reached along alternating paths. In an optimal round each of them is at
 * least as urgent as the resident left over, else exchanging the two would make the round more urgent at no
 * cost (the exchange property of the transversal matroid, Edmonds and Fulkerson 1965). Pinned pairs are not
 * moved and not listed.
 */
export function holdersReachedFrom({ problem, result }: SolvedRound, row: number): number[] {
  const pinned = new Set((problem.pinned ?? []).map(([resident]) => resident));
  const forbidden = new Set(
    (problem.forbidden ?? []).map(([resident, column]) => resident * problem.volunteers + column),
  );
  const holders = holdersByVolunteer(result.volunteerOf, problem.volunteers);
  const seen = new Uint8Array(problem.volunteers);
  const reached: number[] = [];
  const queue = [row];
  for (let head = 0; head < queue.length; head++) {
    const resident = queue[head]!;
    for (let at = problem.rowPtr[resident]!; at < problem.rowPtr[resident + 1]!; at++) {
      const column = problem.column[at]!;
      if (seen[column] === 1 || forbidden.has(resident * problem.volunteers + column)) continue;
      seen[column] = 1;
      for (const holder of holders[column] ?? []) {
        if (pinned.has(holder)) continue;
        reached.push(holder);
        queue.push(holder);
      }
    }
  }
  return reached;
}

function holdersByVolunteer(volunteerOf: Int32Array, volunteers: number): number[][] {
  const holders: number[][] = Array.from({ length: volunteers }, () => []);
  volunteerOf.forEach((volunteer, resident) => {
    if (volunteer >= 0) holders[volunteer]!.push(resident);
  });
  return holders;
}
