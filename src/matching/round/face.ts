import type { Core } from './core.ts';
import type { Cover } from './cover.ts';

/**
 * What is left to decide for the third aim: only edges on which the cover is tight. Every row in `must` has
 * to be paired, other rows with edges may be; every column with a cover above 0 has to be filled.
 */
export interface Face {
  readonly rows: number;
  readonly columns: number;
  readonly rowPtr: Int32Array;
  readonly column: Int32Array;
  readonly fit: Int32Array;
  readonly capacity: Int32Array;
  readonly must: Uint8Array;
  readonly fill: Uint8Array;
}

/** Keeps the edges of the face, O(edges). */
export function toFace(core: Core, cover: Cover): Face {
  const { rows, columns, rowPtr, column, fit, capacity, worth } = core;
  const { level, rowLevel } = cover;
  const must = new Uint8Array(rows);
  const facePtr = new Int32Array(rows + 1);
  const faceColumn = new Int32Array(column.length);
  const faceFit = new Int32Array(column.length);
  let kept = 0;
  for (let row = 0; row < rows; row++) {
    const least = rowLevel[row]!;
    if (least >= 0 && worth[row]! >= least) {
      must[row] = worth[row]! > least ? 1 : 0;
      for (let p = rowPtr[row]!; p < rowPtr[row + 1]!; p++) {
        if (level[column[p]!] !== least) continue;
        faceColumn[kept] = column[p]!;
        faceFit[kept++] = fit[p]!;
      }
    }
    facePtr[row + 1] = kept;
  }
  const fill = Uint8Array.from(level, (l) => (l > 0 ? 1 : 0));
  return {
    rows,
    columns,
    rowPtr: facePtr,
    column: faceColumn.subarray(0, kept),
    fit: faceFit.subarray(0, kept),
    capacity,
    must,
    fill,
  };
}
