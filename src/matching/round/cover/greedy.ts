import type { Core } from '../core.ts';
import type { Places, RowsOfColumns } from './sides.ts';

const FULL = 0x7fffffff;

/** Rows from the most urgent down, equals in their stable order. */
export function byUrgency({ rows, worth }: Core): Int32Array {
  const order = new Int32Array(rows);
  for (let i = 0; i < rows; i++) order[i] = i;
  if (worth.every((value) => value === worth[0])) return order;
  // One sortable number for each row: worth and row together stay below 2^53.
  const keys = new Float64Array(rows);
  for (let i = 0; i < rows; i++) keys[i] = i - worth[i]! * 2 ** 20;
  keys.sort();
  return order.map((_, at) => keys[at]! - Math.floor(keys[at]! / 2 ** 20) * 2 ** 20);
}

/**
 * A first pairing: each row in turn takes a free place with the column that the fewest rows want.
 * Returns the rows that found none, in the same order.
 */
export function pairGreedily(core: Core, sides: RowsOfColumns, places: Places): Int32Array {
  const { columns, rowPtr, column } = core;
  const { slotPtr, holder, used, columnOf } = places;
  const wanted = new Int32Array(columns);
  for (let j = 0; j < columns; j++) {
    wanted[j] = slotPtr[j + 1] === slotPtr[j] ? FULL : sides.ptr[j + 1]! - sides.ptr[j]!;
  }
  const order = byUrgency(core);
  const left = new Int32Array(order.length);
  let count = 0;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    const end = rowPtr[row + 1]!;
    let best = -1;
    let fewest = FULL;
    for (let p = rowPtr[row]!; p < end; p++) {
      const want = wanted[column[p]!]!;
      if (want >= fewest) continue;
      fewest = want;
      best = column[p]!;
    }
    if (best < 0) {
      if (end > rowPtr[row]!) left[count++] = row;
      continue;
    }
    columnOf[row] = best;
    holder[slotPtr[best]! + used[best]!++] = row;
    if (used[best] === slotPtr[best + 1]! - slotPtr[best]!) wanted[best] = FULL;
  }
  return left.subarray(0, count);
}
