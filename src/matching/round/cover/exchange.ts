import type { Core } from '../core.ts';
import type { Ticker } from '../ticker.ts';
import { byUrgency } from './greedy.ts';
import { type Places, placeOf, type RowsOfColumns } from './sides.ts';

const OPEN = -1;

/** A breadth-first search for somebody less urgent who could make way. */
interface Search {
  readonly level: Int32Array;
  readonly seenBy: Int32Array;
  readonly cameFrom: Int32Array;
  readonly rows: Int32Array;
  readonly reached: Int32Array;
}

/**
 * Looks along alternating paths from an unpaired row for a paired row that is less urgent. Returns it, or -1
 * after closing every column it has seen: nobody there is less urgent, nor ever will be, because later
 * searches start from rows that are no more urgent.
 */
function findLessUrgent(start: number, core: Core, places: Places, search: Search): number {
  const { rowPtr, column, worth } = core;
  const { slotPtr, holder, used } = places;
  const { level, seenBy, cameFrom, rows, reached } = search;
  rows[0] = start;
  let tail = 1;
  let count = 0;
  for (let head = 0; head < tail; head++) {
    const row = rows[head]!;
    const end = rowPtr[row + 1]!;
    for (let p = rowPtr[row]!; p < end; p++) {
      const j = column[p]!;
      if (level[j] !== OPEN || seenBy[j] === start) continue;
      seenBy[j] = start;
      cameFrom[j] = row;
      reached[count++] = j;
      for (let place = slotPtr[j]!; place < slotPtr[j]! + used[j]!; place++) {
        const other = holder[place]!;
        if (worth[other]! < worth[start]!) return other;
        rows[tail++] = other;
      }
    }
  }
  for (let k = 0; k < count; k++) level[reached[k]!] = worth[start]!;
  return -1;
}

/** `leaving` gives up its place; the rows on the path move along, and the row that started the search comes in. */
function makeWay(leaving: number, places: Places, cameFrom: Int32Array): void {
  const { holder, columnOf } = places;
  let row = leaving;
  let column = columnOf[row]!;
  columnOf[row] = -1;
  while (column >= 0) {
    const next = cameFrom[column]!;
    const before = columnOf[next]!;
    holder[placeOf(places, column, row)] = next;
    columnOf[next] = column;
    row = next;
    column = before;
  }
}

/**
 * Makes a largest pairing the most urgent one, by exchange along the circuits of the transversal matroid
 * (Edmonds and Fulkerson 1965), from the most urgent unpaired row down. Returns the cover of each column:
 * the worth of the most urgent unpaired row that reaches it, -1 where nobody unpaired reaches.
 */
export function exchangeByUrgency(core: Core, places: Places, ticker: Ticker): Int32Array {
  const search: Search = {
    level: new Int32Array(core.columns).fill(OPEN),
    seenBy: new Int32Array(core.columns).fill(-1),
    cameFrom: new Int32Array(core.columns),
    rows: new Int32Array(core.rows + 1),
    reached: new Int32Array(core.columns),
  };
  const order = byUrgency(core);
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    if (places.columnOf[row]! >= 0 || core.rowPtr[row] === core.rowPtr[row + 1]) continue;
    if ((at & 1023) === 0) ticker.tick(at / order.length);
    const leaving = findLessUrgent(row, core, places, search);
    if (leaving >= 0) makeWay(leaving, places, search.cameFrom);
  }
  return search.level;
}

/**
 * Gives the columns that nobody unpaired reaches their cover: 0 where a free place is within reach, else 1.
 * Those with 1 and the rows they hold fill each other exactly (the square part of Dulmage and Mendelsohn 1958).
 */
export function coverTheRest(sides: RowsOfColumns, places: Places, level: Int32Array): void {
  const { slotPtr, used, columnOf } = places;
  const queue = new Int32Array(level.length);
  let tail = 0;
  for (let j = 0; j < level.length; j++) {
    if (level[j] !== OPEN || (used[j]! === slotPtr[j + 1]! - slotPtr[j]! && used[j]! > 0)) continue;
    level[j] = 0;
    queue[tail++] = j;
  }
  for (let head = 0; head < tail; head++) {
    const j = queue[head]!;
    const end = sides.ptr[j + 1]!;
    for (let q = sides.ptr[j]!; q < end; q++) {
      const held = columnOf[sides.row[q]!]!;
      if (held < 0 || level[held] !== OPEN) continue;
      level[held] = 0;
      queue[tail++] = held;
    }
  }
  for (let j = 0; j < level.length; j++) if (level[j] === OPEN) level[j] = 1;
}
