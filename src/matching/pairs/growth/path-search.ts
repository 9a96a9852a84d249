import { MinHeap } from '../../round/price/heap.ts';

const FAR = Number.POSITIVE_INFINITY;
/** The search began with this resident. */
export const START = -1;
const UNSEEN = -2;

/** One search for a shortest path between residents and places (Dijkstra 1959): what it has reached so far, and from where. */
export interface PathSearch {
  readonly distance: Float64Array;
  /** By column the resident who would come there; less than 0: see `rearrange.ts`. */
  readonly from: Int32Array;
  readonly isDone: Uint8Array;
  readonly reached: Int32Array;
  reachedCount: number;
  /** By resident the column whose place would fall free. */
  readonly via: Int32Array;
  readonly rowDistance: Float64Array;
  readonly rows: Int32Array;
  rowCount: number;
  readonly heap: MinHeap;
  target: number;
}

export function newPathSearch(rows: number, columns: number): PathSearch {
  return {
    distance: new Float64Array(columns).fill(FAR),
    from: new Int32Array(columns),
    isDone: new Uint8Array(columns),
    reached: new Int32Array(columns),
    reachedCount: 0,
    via: new Int32Array(rows).fill(UNSEEN),
    rowDistance: new Float64Array(rows),
    rows: new Int32Array(rows),
    rowCount: 0,
    heap: new MinHeap(),
    target: 0,
  };
}

export function visit(search: PathSearch, row: number, base: number, via: number): void {
  search.rows[search.rowCount++] = row;
  search.rowDistance[row] = base;
  search.via[row] = via;
}

/** A column at a distance, unless that is no shorter than what is known already, or leads beyond the target. */
export function reach(search: PathSearch, column: number, distance: number, from: number): void {
  const known = search.distance[column]!;
  if (distance >= known || distance >= search.distance[search.target]!) return;
  if (known === FAR) search.reached[search.reachedCount++] = column;
  search.distance[column] = distance;
  search.from[column] = from;
  search.heap.push(distance, column);
}

/** The nearest column that has not been looked at, which then counts as looked at. */
export function nextNearest(search: PathSearch): number {
  const { heap, isDone } = search;
  for (;;) {
    if (heap.size === 0) throw new Error('nothing leads back to a place: the proof before was wrong');
    const column = heap.pop();
    if (isDone[column] === 1) continue;
    isDone[column] = 1;
    return column;
  }
}

export function clearSearch(search: PathSearch): void {
  for (let at = 0; at < search.rowCount; at++) search.via[search.rows[at]!] = UNSEEN;
  for (let at = 0; at < search.reachedCount; at++) {
    search.distance[search.reached[at]!] = FAR;
    search.isDone[search.reached[at]!] = 0;
  }
  search.rowCount = 0;
  search.reachedCount = 0;
  search.heap.clear();
}
