import type { Core } from './core.ts';

/** A largest and most urgent set of pairs, with the cover that proves it (see README.md, first two aims). */
export interface Cover {
  /** The column of each row, -1 when left over. */
  readonly columnOf: Int32Array;
  /** Cover of each column. */
  readonly level: Int32Array;
  /** Least cover among a row's columns; -1 for a row without columns. */
  readonly rowLevel: Int32Array;
}

/** Greedy over the transversal matroid: rows from the most urgent down, each kept when a path frees a place. */
export function coverRound(core: Core): Cover {
  const { rows, columns, rowPtr, column, capacity, worth } = core;
  const columnOf = new Int32Array(rows).fill(-1);
  const level = new Int32Array(columns);
  const holders: number[][] = Array.from({ length: columns }, () => []);
  const closed = new Uint8Array(columns);
  const seenBy = new Int32Array(columns).fill(-1);
  const cameFrom = new Int32Array(columns);
  const order = Int32Array.from({ length: rows }, (_, i) => i).sort((a, b) => worth[b]! - worth[a]! || a - b);
  for (const start of order) {
    const queue = [start];
    const reached: number[] = [];
    let end = -1;
    for (let head = 0; head < queue.length && end < 0; head++) {
      const row = queue[head]!;
      for (let p = rowPtr[row]!; p < rowPtr[row + 1]! && end < 0; p++) {
        const j = column[p]!;
        if (closed[j] === 1 || seenBy[j] === start) continue;
        seenBy[j] = start;
        cameFrom[j] = row;
        reached.push(j);
        if (holders[j]!.length < capacity[j]!) end = j;
        else queue.push(...holders[j]!);
      }
    }
    if (end < 0) {
      for (const j of reached) {
        closed[j] = 1;
        level[j] = worth[start]!;
      }
    }
    while (end >= 0) {
      const row = cameFrom[end]!;
      const before = columnOf[row]!;
      columnOf[row] = end;
      holders[end]!.push(row);
      if (before >= 0) holders[before] = holders[before]!.filter((other) => other !== row);
      end = before;
    }
  }
  const rowLevel = new Int32Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    let least = -1;
    for (let p = rowPtr[row]!; p < rowPtr[row + 1]!; p++) {
      const l = level[column[p]!]!;
      if (least < 0 || l < least) least = l;
    }
    rowLevel[row] = least;
  }
  return { columnOf, level, rowLevel };
}
