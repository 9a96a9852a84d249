import type { RoundProblem } from './types.ts';

/**
 * The problem as the solver works on it: persons in their stable order, edges sorted, edges that can never
 * be used (forbidden, no capacity, pinned resident) gone, pinned capacity taken off.
 */
export interface Core {
  readonly rows: number;
  readonly columns: number;
  readonly rowPtr: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
  readonly capacity: Int32Array;
  /** `2 * (urgency + 1)` for each row. */
  readonly worth: Int32Array;
  /** Where row and column numbers come from in the problem. */
  readonly residentOf: Int32Array;
  readonly volunteerOf: Int32Array;
}

/** The positions of `keys` in rising order; the identity when there are no keys. */
export function ranking(count: number, keys: Int32Array | undefined): Int32Array {
  const at = Int32Array.from({ length: count }, (_, i) => i);
  return keys === undefined ? at : at.sort((a, b) => keys[a]! - keys[b]!);
}

/** Columns a resident may not use: what is forbidden, and everything for a pinned resident. */
function exclusions(problem: RoundProblem): { pinned: Uint8Array; forbidden: Map<number, Set<number>> } {
  const pinned = new Uint8Array(problem.residents);
  for (const [resident] of problem.pinned ?? []) pinned[resident] = 1;
  const forbidden = new Map<number, Set<number>>();
  for (const [resident, volunteer] of problem.forbidden ?? []) {
    const banned = forbidden.get(resident) ?? new Set<number>();
    forbidden.set(resident, banned.add(volunteer));
  }
  return { pinned, forbidden };
}

/** Brings a valid problem into the solver's own order and form. Takes O(edges) besides sorting the keys. */
export function toCore(problem: RoundProblem): Core {
  const { residents: rows, volunteers: columns } = problem;
  const residentOf = ranking(rows, problem.order?.residents);
  const volunteerOf = ranking(columns, problem.order?.volunteers);
  const columnRank = new Int32Array(columns);
  volunteerOf.forEach((volunteer, rank) => {
    columnRank[volunteer] = rank;
  });
  const capacity = Int32Array.from(volunteerOf, (volunteer) => problem.capacity[volunteer]!);
  for (const [, volunteer] of problem.pinned ?? []) capacity[columnRank[volunteer]!]! -= 1;
  const worth = Int32Array.from(residentOf, (resident) => 2 * ((problem.urgency?.[resident] ?? 0) + 1));
  const { pinned, forbidden } = exclusions(problem);
  const rowPtr = new Int32Array(rows + 1);
  const column = new Int32Array(problem.column.length);
  const fit = new Int32Array(problem.column.length);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const resident = residentOf[row]!;
    const edges: { column: number; fit: number }[] = [];
    if (pinned[resident] === 0) {
      for (let p = problem.rowPtr[resident]!; p < problem.rowPtr[resident + 1]!; p++) {
        const volunteer = problem.column[p]!;
        if (forbidden.get(resident)?.has(volunteer) || capacity[columnRank[volunteer]!] === 0) continue;
        edges.push({ column: columnRank[volunteer]!, fit: problem.fit[p]! });
      }
    }
    edges.sort((a, b) => a.column - b.column);
    for (const edge of edges) {
      column[kept] = edge.column;
      fit[kept++] = edge.fit;
    }
    rowPtr[row + 1] = kept;
  }
  return {
    rows,
    columns,
    rowPtr,
    column: column.subarray(0, kept),
    fit: fit.subarray(0, kept),
    capacity,
    worth,
    residentOf,
    volunteerOf,
  };
}
