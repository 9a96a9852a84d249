import type { Face } from './face.ts';

/** A growing assignment with prices: `rowPrice[i] + columnPrice[j] >= fit` on the face, equal on every pair. */
export interface Assignment {
  readonly columnOf: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  readonly holders: number[][];
}

/** Pairs every row that must be paired at the best total fit, by shortest augmenting paths. */
export function assignResidents(face: Face): Assignment {
  const { rows, columns, rowPtr, column, fit, capacity, must } = face;
  const columnOf = new Int32Array(rows).fill(-1);
  const rowPrice = new Float64Array(rows);
  const columnPrice = new Float64Array(columns);
  const holders: number[][] = Array.from({ length: columns }, () => []);
  for (let row = 0; row < rows; row++) {
    if (must[row] === 0) continue;
    let best = Number.NEGATIVE_INFINITY;
    for (let p = rowPtr[row]!; p < rowPtr[row + 1]!; p++) best = Math.max(best, fit[p]!);
    rowPrice[row] = best;
  }
  for (let start = 0; start < rows; start++) {
    if (must[start] === 0) continue;
    const distance = new Map<number, number>();
    const cameFrom = new Map<number, number>();
    const done = new Set<number>();
    const treeRows: [number, number][] = [];
    let end = -1;
    let length = 0;
    let grow: number[] = [start];
    while (end < 0) {
      for (const row of grow) {
        treeRows.push([row, length]);
        for (let p = rowPtr[row]!; p < rowPtr[row + 1]!; p++) {
          const j = column[p]!;
          const d = length + rowPrice[row]! + columnPrice[j]! - fit[p]!;
          if (done.has(j) || d >= (distance.get(j) ?? Number.POSITIVE_INFINITY)) continue;
          distance.set(j, d);
          cameFrom.set(j, row);
        }
      }
      let next = -1;
      for (const [j, d] of distance) if (!done.has(j) && (next < 0 || d < distance.get(next)!)) next = j;
      length = distance.get(next)!;
      if (holders[next]!.length < capacity[next]!) end = next;
      else {
        done.add(next);
        grow = [...holders[next]!];
      }
    }
    for (const [row, d] of treeRows) rowPrice[row]! -= length - d;
    for (const j of done) columnPrice[j]! += length - distance.get(j)!;
    while (end >= 0) {
      const row = cameFrom.get(end)!;
      const before = columnOf[row]!;
      columnOf[row] = end;
      holders[end]!.push(row);
      if (before >= 0) holders[before] = holders[before]!.filter((other) => other !== row);
      end = before;
    }
  }
  return { columnOf, rowPrice, columnPrice, holders };
}
