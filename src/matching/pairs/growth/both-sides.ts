import type { RoundProblem, RoundResult } from '../../round/types.ts';

/** The candidates of a solved problem that its best rounds may use, by volunteer, and who holds whose places. */
export interface BothSides {
  /** The usable candidates of column c stand at `start[c] .. start[c + 1] - 1`, beside each other: so they are read fastest. */
  readonly start: Int32Array;
  readonly row: Int32Array;
  readonly fit: Int32Array;
  /** By place in the problem. */
  readonly isUsable: Uint8Array;
  /** By column the residents who hold its places, where all of them are taken; without those decided on. */
  readonly groups: ReadonlyMap<number, readonly number[]>;
}

/** Reads a solved problem from the volunteers' side, O(edges). */
export function bothSidesOf(problem: RoundProblem, result: RoundResult): BothSides {
  const { residents, volunteers, rowPtr, column, fit, urgency } = problem;
  const { cover } = result.certificate;
  const isPinned = new Set((problem.pinned ?? []).map(([row]) => row));
  const start = new Int32Array(volunteers + 2);
  const isUsable = new Uint8Array(column.length);
  for (let row = 0; row < residents; row++) {
    const need = 2 * ((urgency?.[row] ?? 0) + 1) - cover.residents[row]!;
    const isDecided = isPinned.has(row);
    for (let at = rowPtr[row]!; at < rowPtr[row + 1]!; at++) {
      if (isDecided || cover.volunteers[column[at]!] !== need) continue;
      isUsable[at] = 1;
      start[column[at]! + 2]! += 1;
    }
  }
  for (let of = 2; of < start.length; of++) start[of]! += start[of - 1]!;
  const rowOf = new Int32Array(start[volunteers + 1]!);
  const fitOf = new Int32Array(rowOf.length);
  for (let row = 0; row < residents; row++) {
    for (let at = rowPtr[row]!; at < rowPtr[row + 1]!; at++) {
      if (isUsable[at] === 0) continue;
      const place = start[column[at]! + 1]!++;
      rowOf[place] = row;
      fitOf[place] = fit[at]!;
    }
  }
  const groups = groupsOf(problem, result, isPinned);
  return { start: start.subarray(0, volunteers + 1), row: rowOf, fit: fitOf, isUsable, groups };
}

function groupsOf(
  { capacity, pinned = [] }: RoundProblem,
  { volunteerOf }: RoundResult,
  isPinned: ReadonlySet<number>,
): Map<number, number[]> {
  const places = capacity.slice();
  for (const [, column] of pinned) places[column]! -= 1;
  const paired = [...volunteerOf.keys()].filter((row) => volunteerOf[row]! >= 0 && !isPinned.has(row));
  const groups = Map.groupBy(paired, (row) => volunteerOf[row]!);
  for (const [column, group] of groups) if (group.length < places[column]!) groups.delete(column);
  return groups;
}
