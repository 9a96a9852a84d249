import type { Assignment } from './assign-residents.ts';
import type { Face } from './face.ts';

/** Rows of each column with their fits: the face read from the volunteers' side. */
function byColumn(face: Face): { ptr: Int32Array; row: Int32Array; fit: Int32Array } {
  const ptr = new Int32Array(face.columns + 1);
  for (const j of face.column) ptr[j + 1]! += 1;
  for (let j = 0; j < face.columns; j++) ptr[j + 1]! += ptr[j]!;
  const at = ptr.slice();
  const row = new Int32Array(face.column.length);
  const fit = new Int32Array(face.column.length);
  for (let i = 0; i < face.rows; i++) {
    for (let p = face.rowPtr[i]!; p < face.rowPtr[i + 1]!; p++) {
      const slot = at[face.column[p]!]!++;
      row[slot] = i;
      fit[slot] = face.fit[p]!;
    }
  }
  return { ptr, row, fit };
}

/** Makes room in the prices for rows that may, but need not, be paired: their own price starts at 0. */
function shiftPrices(face: Face, assignment: Assignment): void {
  const { rowPrice, columnPrice, columnOf } = assignment;
  let shift = 0;
  for (let i = 0; i < face.rows; i++) {
    if (face.must[i] === 1) continue;
    for (let p = face.rowPtr[i]!; p < face.rowPtr[i + 1]!; p++) {
      shift = Math.max(shift, face.fit[p]! - columnPrice[face.column[p]!]!);
    }
  }
  for (let j = 0; j < face.columns; j++) if (face.fill[j] === 1) columnPrice[j]! += shift;
  for (let i = 0; i < face.rows; i++) {
    const j = columnOf[i]!;
    if (j >= 0 && face.fill[j] === 1) rowPrice[i]! -= shift;
  }
}

/** Fills the columns that must be filled with the rows that may be paired, at the best total fit. */
export function assignVolunteers(face: Face, assignment: Assignment): void {
  const { columnOf, rowPrice, columnPrice, holders } = assignment;
  shiftPrices(face, assignment);
  const { ptr, row: rowOf, fit } = byColumn(face);
  for (let start = 0; start < face.columns; start++) {
    if (face.fill[start] === 0) continue;
    while (holders[start]!.length < face.capacity[start]!) {
      const distance = new Map<number, number>();
      const cameFrom = new Map<number, number>();
      const done = new Set<number>();
      const tree = new Map<number, number>([[start, 0]]);
      const reachedBy = new Map<number, number>();
      let grow = start;
      let length = 0;
      let end = -1;
      while (end < 0) {
        if (grow >= 0) {
          for (let p = ptr[grow]!; p < ptr[grow + 1]!; p++) {
            const i = rowOf[p]!;
            const d = length + rowPrice[i]! + columnPrice[grow]! - fit[p]!;
            if (done.has(i) || d >= (distance.get(i) ?? Number.POSITIVE_INFINITY)) continue;
            distance.set(i, d);
            cameFrom.set(i, grow);
          }
        }
        let next = -1;
        for (const [i, d] of distance) if (!done.has(i) && (next < 0 || d < distance.get(next)!)) next = i;
        length = distance.get(next)!;
        if (columnOf[next]! < 0) end = next;
        else {
          done.add(next);
          grow = tree.has(columnOf[next]!) ? -1 : columnOf[next]!;
          if (grow >= 0) tree.set(grow, length);
          if (grow >= 0) reachedBy.set(grow, next);
        }
      }
      for (const [j, d] of tree) columnPrice[j]! -= length - d;
      for (const i of done) rowPrice[i]! += length - distance.get(i)!;
      while (end >= 0) {
        const to = cameFrom.get(end)!;
        const before = columnOf[end]!;
        if (before >= 0) holders[before] = holders[before]!.filter((other) => other !== end);
        columnOf[end] = to;
        holders[to]!.push(end);
        end = to === start ? -1 : reachedBy.get(to)!;
      }
    }
  }
}
