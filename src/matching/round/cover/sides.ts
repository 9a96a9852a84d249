import type { Core } from '../core.ts';

/** The rows of each column with their fits: the same edges read from the volunteers' side, O(edges). */
export interface RowsOfColumns {
  readonly ptr: Int32Array;
  readonly row: Int32Array;
  readonly fit: Int32Array;
}

export function rowsOfColumns(core: Core): RowsOfColumns {
  const { rows, columns, rowPtr, column } = core;
  // Counting two places ahead leaves, after the scatter, the start of each column where it belongs.
  const ptr = new Int32Array(columns + 2);
  const edges = rowPtr[rows]!;
  for (let p = 0; p < edges; p++) ptr[column[p]! + 2]! += 1;
  for (let j = 2; j < ptr.length; j++) ptr[j]! += ptr[j - 1]!;
  const row = new Int32Array(edges);
  const fit = new Int32Array(edges);
  for (let i = 0; i < rows; i++) {
    const end = rowPtr[i + 1]!;
    for (let p = rowPtr[i]!; p < end; p++) {
      const at = ptr[column[p]! + 1]!++;
      row[at] = i;
      fit[at] = core.fit[p]!;
    }
  }
  return { ptr: ptr.subarray(0, columns + 1), row, fit };
}

/**
 * Who holds which place. Column `j` owns the places `slotPtr[j] .. slotPtr[j + 1] - 1`, as many as its capacity, or
 * one more than its candidates where that is less; the first `used[j]` of them are taken.
 */
export interface Places {
  readonly slotPtr: Int32Array;
  readonly holder: Int32Array;
  readonly used: Int32Array;
  readonly columnOf: Int32Array;
}

export function emptyPlaces(core: Core, sides: RowsOfColumns): Places {
  const slotPtr = new Int32Array(core.columns + 1);
  for (let j = 0; j < core.columns; j++) {
    slotPtr[j + 1] = slotPtr[j]! + Math.min(core.capacity[j]!, sides.ptr[j + 1]! - sides.ptr[j]! + 1);
  }
  return {
    slotPtr,
    holder: new Int32Array(slotPtr[core.columns]!).fill(-1),
    used: new Int32Array(core.columns),
    columnOf: new Int32Array(core.rows).fill(-1),
  };
}

/** The place of `column` that `row` holds. */
export function placeOf({ slotPtr, holder }: Places, column: number, row: number): number {
  let place = slotPtr[column]!;
  while (holder[place] !== row) place++;
  return place;
}
