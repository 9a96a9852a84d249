import type { Core } from '../core.ts';
import type { Cover } from '../cover/cover.ts';
import type { Market } from './market.ts';

/**
 * What the first two aims leave open: a row may only use columns whose cover is its own level, at which the cover is
 * tight (-1: none); rows worth more than that have to be paired (`must`), columns with a cover above 0 filled.
 */
export interface Face {
  readonly rowLevel: Int32Array;
  readonly must: Uint8Array;
}

export function faceOf({ rows, worth }: Core, cover: Cover): Face {
  const face = { rowLevel: new Int32Array(rows).fill(-1), must: new Uint8Array(rows) };
  for (let row = 0; row < rows; row++) {
    const least = cover.rowLevel[row]!;
    if (least < 0 || worth[row]! < least) continue;
    face.rowLevel[row] = least;
    face.must[row] = worth[row]! > least ? 1 : 0;
  }
  return face;
}

/** Rows that have to be paired buy places of columns. Places stay free wherever there are too many. */
export function marketOfRows(core: Core, { level }: Cover, { rowLevel, must }: Face): Market {
  const { rows, columns, rowPtr, column, fit } = core;
  let most = 0;
  for (let row = 0; row < rows; row++) if (must[row] === 1) most += rowPtr[row + 1]! - rowPtr[row]!;
  const ptr = new Int32Array(rows + 1);
  const object = new Int32Array(most);
  const value = new Int32Array(most);
  const degree = new Int32Array(columns);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const end = must[row] === 1 ? rowPtr[row + 1]! : 0;
    for (let p = rowPtr[row]!; p < end; p++) {
      const j = column[p]!;
      if (level[j] !== rowLevel[row]) continue;
      degree[j]! += 1;
      object[kept] = j;
      value[kept++] = fit[p]!;
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
    demand: Int32Array.from(must),
    slotPtr,
    mayStayFree: Uint8Array.from(level, (own) => (own === 1 ? 0 : 1)),
  };
}

/** Columns that have to be filled buy rows, one place each. Rows that need not be paired may stay free. */
export function marketOfColumns(core: Core, { level, sides }: Cover, { rowLevel, must }: Face): Market {
  const { rows, columns, capacity } = core;
  const slotPtr = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) slotPtr[row + 1] = slotPtr[row]! + (rowLevel[row]! > 1 ? 1 : 0);
  const edges = isWhole(level, rowLevel)
    ? { ptr: sides.ptr, object: sides.row, value: sides.fit }
    : edgesOfBuyers(level, sides, rowLevel);
  return {
    agents: columns,
    objects: rows,
    ...edges,
    demand: level.map((own, j) => (own > 1 ? capacity[j]! : 0)),
    slotPtr,
    mayStayFree: must.map((own) => 1 - own),
  };
}

/** Does every column buy, and may every candidate be used, so that nothing need be copied? */
function isWhole(level: Int32Array, rowLevel: Int32Array): boolean {
  const common = level[0] ?? 0;
  return common > 1 && level.every((own) => own === common) && rowLevel.every((own) => own === common);
}

function edgesOfBuyers(
  level: Int32Array,
  { ptr, row, fit }: Cover['sides'],
  rowLevel: Int32Array,
): Pick<Market, 'ptr' | 'object' | 'value'> {
  const columns = level.length;
  let most = 0;
  for (let j = 0; j < columns; j++) if (level[j]! > 1) most += ptr[j + 1]! - ptr[j]!;
  const edges = {
    ptr: new Int32Array(columns + 1),
    object: new Int32Array(most),
    value: new Int32Array(most),
  };
  let kept = 0;
  for (let j = 0; j < columns; j++) {
    const end = level[j]! > 1 ? ptr[j + 1]! : 0;
    for (let q = ptr[j]!; q < end; q++) {
      if (rowLevel[row[q]!] !== level[j]) continue;
      edges.object[kept] = row[q]!;
      edges.value[kept++] = fit[q]!;
    }
    edges.ptr[j + 1] = kept;
  }
  return { ...edges, object: edges.object.subarray(0, kept), value: edges.value.subarray(0, kept) };
}
