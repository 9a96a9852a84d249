import type { Core } from '../core.ts';
import type { Ticker } from '../ticker.ts';
import { type Places, placeOf, type RowsOfColumns } from './sides.ts';

/**
 * Labels of the push-relabel method: a lower bound for how many people would have to change before a place
 * falls free. `place` holds it for each place, `column` the least of a column's places.
 */
interface Labels {
  readonly unreachable: number;
  readonly place: Int32Array;
  readonly column: Int32Array;
  /** How many columns have each label, and the highest label that is not `unreachable`. */
  readonly count: Int32Array;
  highest: number;
  readonly queue: Int32Array;
  /** 1 for the rows a search has met. Bytes, because they are read once for every edge. */
  readonly seen: Uint8Array;
}

function newLabels(core: Core, places: Places): Labels {
  return {
    unreachable: core.columns + 1,
    place: new Int32Array(places.holder.length),
    column: new Int32Array(core.columns),
    count: new Int32Array(core.columns + 2),
    highest: 0,
    queue: new Int32Array(core.columns),
    seen: new Uint8Array(core.rows),
  };
}

/** Exact labels by breadth-first search from the free places, O(edges). */
function relabelAll(sides: RowsOfColumns, places: Places, labels: Labels): void {
  const { slotPtr, used, columnOf } = places;
  const { queue, column: label, seen, unreachable, count } = labels;
  seen.fill(0);
  label.fill(unreachable);
  labels.place.fill(unreachable);
  count.fill(0);
  let head = 0;
  let tail = 0;
  for (let j = 0; j < label.length; j++) {
    if (used[j]! === slotPtr[j + 1]! - slotPtr[j]!) continue;
    label[j] = 0;
    labels.place.fill(0, slotPtr[j]! + used[j]!, slotPtr[j + 1]!);
    queue[tail++] = j;
  }
  labels.highest = 0;
  while (head < tail) {
    const j = queue[head++]!;
    const next = label[j]! + 1;
    count[next - 1]! += 1;
    labels.highest = next - 1;
    const end = sides.ptr[j + 1]!;
    for (let q = sides.ptr[j]!; q < end; q++) {
      const row = sides.row[q]!;
      if (seen[row] === 1) continue;
      const held = columnOf[row]!;
      if (held === j) continue;
      seen[row] = 1;
      if (held < 0) continue;
      labels.place[placeOf(places, held, row)] = next;
      if (label[held]! <= next) continue;
      label[held] = next;
      queue[tail++] = held;
    }
  }
}

/** When no column has label `gap` any more, nobody above it can reach a free place ever again. */
function closeAbove(gap: number, places: Places, labels: Labels): void {
  const { column: label, unreachable, count } = labels;
  for (let j = 0; j < label.length; j++) {
    const old = label[j]!;
    if (old <= gap || old === unreachable) continue;
    count[old]! -= 1;
    label[j] = unreachable;
    labels.place.fill(unreachable, places.slotPtr[j]!, places.slotPtr[j + 1]!);
  }
  labels.highest = gap - 1;
}

function setLabel(j: number, next: number, places: Places, labels: Labels): void {
  const old = labels.column[j]!;
  if (old === next) return;
  labels.column[j] = next;
  if (next < labels.unreachable) {
    labels.count[next]! += 1;
    if (next > labels.highest) labels.highest = next;
  }
  labels.count[old]! -= 1;
  if (labels.count[old] === 0 && old < labels.highest) closeAbove(old, places, labels);
}

/** The row takes the place with the least label in `column`; returns who held it, or -1. */
function takePlace(
  row: number,
  column: number,
  next: number,
  state: { places: Places; labels: Labels },
): number {
  const { places, labels } = state;
  const start = places.slotPtr[column]!;
  const end = places.slotPtr[column + 1]!;
  let place = start;
  while (labels.place[place] !== labels.column[column]) place++;
  let least = next;
  for (let other = start; other < end; other++) {
    if (other !== place && labels.place[other]! < least) least = labels.place[other]!;
  }
  labels.place[place] = next;
  const before = places.holder[place]!;
  places.holder[place] = row;
  places.columnOf[row] = column;
  if (before >= 0) places.columnOf[before] = -1;
  else places.used[column]! += 1;
  setLabel(column, least, places, labels);
  return before;
}

/**
 * Makes a pairing as large as can be: push-relabel on the columns' labels with global relabeling and gaps
 * (Goldberg and Tarjan 1988; for pairings Kaya, Langguth, Manne and Uçar 2013), first in, first out.
 * `waiting` are the rows without a place.
 */
export function pairTheMost(core: Core, sides: RowsOfColumns, run: PairingRun): void {
  const { rows, rowPtr, column } = core;
  const { places, waiting, ticker } = run;
  const labels = newLabels(core, places);
  const { unreachable, column: label } = labels;
  const queue = new Int32Array(rows + 1);
  queue.set(waiting);
  let head = 0;
  let tail = waiting.length;
  let sinceRelabel = Number.POSITIVE_INFINITY;
  const patience = Math.max(2000, rows);
  while (head !== tail) {
    if (sinceRelabel > patience) {
      ticker.tick();
      relabelAll(sides, places, labels);
      sinceRelabel = 0;
    }
    const row = queue[head]!;
    head = head === rows ? 0 : head + 1;
    let least = unreachable;
    let second = unreachable;
    let best = -1;
    const end = rowPtr[row + 1]!;
    for (let p = rowPtr[row]!; p < end; p++) {
      const own = label[column[p]!]!;
      if (own >= second) continue;
      if (own >= least) second = own;
      else {
        second = least;
        least = own;
        best = column[p]!;
      }
    }
    if (best < 0) continue;
    const before = takePlace(row, best, Math.min(second + 1, unreachable), { places, labels });
    if (before < 0) continue;
    sinceRelabel += 1;
    queue[tail] = before;
    tail = tail === rows ? 0 : tail + 1;
  }
}

export interface PairingRun {
  readonly places: Places;
  readonly waiting: Int32Array;
  readonly ticker: Ticker;
}
