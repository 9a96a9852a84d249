import type { Core } from '../core.ts';
import type { Cover } from '../cover/cover.ts';
import type { Market } from './market.ts';

/**
 * What the first two aims leave open: only edges on which the cover is tight may be used; rows worth more than
 * their cover have to be paired (`must`), columns with a cover above 0 have to be filled.
 */
export interface Face {
  readonly rowPtr: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
  readonly must: Uint8Array;
}

export function faceOf(core: Core, { level, rowLevel }: Cover): Face {
  const { rows, rowPtr, column, fit, worth } = core;
  const face = {
    rowPtr: new Int32Array(rows + 1),
    column: new Int32Array(column.length),
    fit: new Int32Array(column.length),
    must: new Uint8Array(rows),
  };
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const least = rowLevel[row]!;
    if (least >= 0 && worth[row]! >= least) {
      face.must[row] = worth[row]! > least ? 1 : 0;
      const end = rowPtr[row + 1]!;
      for (let p = rowPtr[row]!; p < end; p++) {
        if (level[column[p]!] !== least) continue;
        face.column[kept] = column[p]!;
        face.fit[kept++] = fit[p]!;
      }
    }
    face.rowPtr[row + 1] = kept;
  }
  return face;
}

/** Rows that have to be paired buy places of columns. Places stay free wherever there are too many. */
export function marketOfRows(core: Core, cover: Cover, face: Face): Market {
  const { rows, columns } = core;
  const ptr = new Int32Array(rows + 1);
  const object = new Int32Array(face.rowPtr[rows]!);
  const value = new Int32Array(object.length);
  const degree = new Int32Array(columns);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    if (face.must[row] === 1) {
      for (let p = face.rowPtr[row]!; p < face.rowPtr[row + 1]!; p++) {
        degree[face.column[p]!]! += 1;
        object[kept] = face.column[p]!;
        value[kept++] = face.fit[p]!;
      }
    }
    ptr[row + 1] = kept;
  }
  const slotPtr = new Int32Array(columns + 1);
  for (let j = 0; j < columns; j++)
    slotPtr[j + 1] = slotPtr[j]! + Math.min(core.capacity[j]!, degree[j]! + 1);
  return {
    agents: rows,
    objects: columns,
    ptr,
    object: object.subarray(0, kept),
    value: value.subarray(0, kept),
    demand: Int32Array.from(face.must),
    slotPtr,
    mayStayFree: Uint8Array.from(cover.level, (level) => (level === 1 ? 0 : 1)),
  };
}

/** Columns that have to be filled buy rows, one place each. Rows that need not be paired may stay free. */
export function marketOfColumns(core: Core, cover: Cover, face: Face): Market {
  const { rows, columns } = core;
  const isBuyer = cover.level.map((level) => (level > 1 ? 1 : 0));
  const ptr = new Int32Array(columns + 2);
  const faceEdges = face.rowPtr[rows]!;
  for (let p = 0; p < faceEdges; p++) ptr[face.column[p]! + 2]! += isBuyer[face.column[p]!]!;
  for (let j = 2; j < ptr.length; j++) ptr[j]! += ptr[j - 1]!;
  const object = new Int32Array(ptr[columns + 1]!);
  const value = new Int32Array(object.length);
  const slotPtr = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) {
    const start = face.rowPtr[row]!;
    const end = face.rowPtr[row + 1]!;
    const isOnMarket = start < end && isBuyer[face.column[start]!] === 1;
    slotPtr[row + 1] = slotPtr[row]! + (isOnMarket ? 1 : 0);
    if (!isOnMarket) continue;
    for (let p = start; p < end; p++) {
      const at = ptr[face.column[p]! + 1]!++;
      object[at] = row;
      value[at] = face.fit[p]!;
    }
  }
  return {
    agents: columns,
    objects: rows,
    ptr: ptr.subarray(0, columns + 1),
    object,
    value,
    demand: isBuyer.map((buys, j) => buys * core.capacity[j]!),
    slotPtr,
    mayStayFree: face.must.map((must) => 1 - must),
  };
}
