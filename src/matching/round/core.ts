import type { RoundProblem } from './types.ts';

/**
 * The problem as the solver works on it: persons in their stable order, edges sorted, edges that can never
 * be used (forbidden, no place left, pinned resident) gone, pinned places taken off.
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

/** The places of `keys` in rising order; the identity without keys. */
function ranking(count: number, keys: Int32Array | undefined): Int32Array {
  const places = new Int32Array(count);
  for (let i = 0; i < count; i++) places[i] = i;
  return keys === undefined ? places : places.sort((a, b) => keys[a]! - keys[b]!);
}

function inverse(order: Int32Array): Int32Array {
  const rank = new Int32Array(order.length);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
  return rank;
}

/** One mark for each edge that may be used; null where every edge may. */
function openEdges(problem: RoundProblem): Uint8Array | null {
  const { rowPtr, column, capacity, pinned = [], forbidden = [] } = problem;
  if (pinned.length + forbidden.length === 0 && !capacity.includes(0)) return null;
  const open = new Uint8Array(column.length);
  const places = capacity.slice();
  for (const [, volunteer] of pinned) places[volunteer]! -= 1;
  for (let p = 0; p < column.length; p++) open[p] = places[column[p]!]! > 0 ? 1 : 0;
  for (const [resident] of pinned) open.fill(0, rowPtr[resident]!, rowPtr[resident + 1]!);
  for (const [resident, volunteer] of forbidden) {
    for (let p = rowPtr[resident]!; p < rowPtr[resident + 1]!; p++) if (column[p] === volunteer) open[p] = 0;
  }
  return open;
}

type Edges = Pick<Core, 'rowPtr' | 'column' | 'fit'>;

/** Is every row sorted already? */
function isInOrder({ residents, rowPtr, column, order }: RoundProblem): boolean {
  if (order !== undefined) return false;
  for (let i = 0; i < residents; i++) {
    const end = rowPtr[i + 1]!;
    for (let p = rowPtr[i]! + 1; p < end; p++) if (column[p]! <= column[p - 1]!) return false;
  }
  return true;
}

/** Open edges as a list by column: scattering it back by row leaves every row sorted, in O(edges). */
function sortEdges(
  problem: RoundProblem,
  open: Uint8Array | null,
  maps: { row: Int32Array; rank: Int32Array },
): Edges {
  const { residents, volunteers, column, fit } = problem;
  const rowPtr = new Int32Array(residents + 1);
  const start = new Int32Array(volunteers + 1);
  const rowOf = new Int32Array(column.length);
  for (let i = 0; i < residents; i++) {
    for (let p = problem.rowPtr[i]!; p < problem.rowPtr[i + 1]!; p++) {
      if (open !== null && open[p] === 0) continue;
      rowOf[p] = maps.row[i]!;
      rowPtr[maps.row[i]! + 1]! += 1;
      start[maps.rank[column[p]!]! + 1]! += 1;
    }
  }
  for (let i = 0; i < residents; i++) rowPtr[i + 1]! += rowPtr[i]!;
  for (let j = 0; j < volunteers; j++) start[j + 1]! += start[j]!;
  const byColumn = new Int32Array(start[volunteers]!);
  for (let p = 0; p < column.length; p++) {
    if (open === null || open[p] === 1) byColumn[start[maps.rank[column[p]!]!]!++] = p;
  }
  const sorted = { rowPtr, column: new Int32Array(byColumn.length), fit: new Int32Array(byColumn.length) };
  const next = rowPtr.slice();
  for (const p of byColumn) {
    const at = next[rowOf[p]!]!++;
    sorted.column[at] = maps.rank[column[p]!]!;
    sorted.fit[at] = fit[p]!;
  }
  return sorted;
}

/** Brings a valid problem into the solver's own order and form. Takes O(edges) besides sorting the keys. */
export function toCore(problem: RoundProblem): Core {
  const residentOf = ranking(problem.residents, problem.order?.residents);
  const volunteerOf = ranking(problem.volunteers, problem.order?.volunteers);
  const open = openEdges(problem);
  const edges =
    open === null && isInOrder(problem)
      ? problem
      : sortEdges(problem, open, { row: inverse(residentOf), rank: inverse(volunteerOf) });
  const places = problem.capacity.slice();
  for (const [, volunteer] of problem.pinned ?? []) places[volunteer]! -= 1;
  const { urgency } = problem;
  return {
    rows: problem.residents,
    columns: problem.volunteers,
    rowPtr: edges.rowPtr,
    column: edges.column,
    fit: edges.fit,
    capacity: volunteerOf.map((volunteer) => places[volunteer]!),
    worth: residentOf.map((resident) => (urgency === undefined ? 2 : 2 * (urgency[resident]! + 1))),
    residentOf,
    volunteerOf,
  };
}
