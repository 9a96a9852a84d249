import { metersBetween } from '../dispatch/plane.ts';
import type { Ticker } from '../round/ticker.ts';
import { type Grid, ringsAround, visitRing } from './grid.ts';
import { type Ground, gridOfColumns, tieOf } from './ground.ts';
import { type Rows, RowsBuilder } from './rows.ts';
import { REFUSED } from './types.ts';

/** Finds everybody with whom each resident can be a pair: looks at every pair once. */
export function allCandidates({ residents, columns, rating }: Ground, ticker: Ticker): Rows {
  const rows = new RowsBuilder(residents.length);
  for (let row = 0; row < residents.length; row++) {
    if ((row & 63) === 0) ticker.tick(row / residents.length);
    for (const column of residents[row]!.isInPool ? columns : []) {
      const fit = rating.rate(row, column);
      if (fit !== REFUSED) rows.add(column, fit);
    }
    rows.endRow();
  }
  return rows.toRows();
}

/** How many candidates a resident starts with where there are too many for all of them. */
export interface Start {
  /** The nearest, of two at the same distance by `tieOf`. */
  readonly near: number;
  /** Others wherever they live, so that the parts of a city are not separate rounds. */
  readonly scattered: number;
}

/**
 * Finds for one resident after the other the nearest volunteers with whom every condition is kept, and some from anywhere. A
 * cell is looked at only while nearer cells have not filled the list, so the work grows with the number kept,
 * not with the square.
 */
export function lookNearby(
  ground: Ground,
  { near, scattered }: Start,
): (row: number, take: (column: number, fit: number) => void) => void {
  const { residents, rating } = ground;
  const grid = gridOfColumns(ground);
  return (row, take) => {
    if (!residents[row]!.isInPool) return;
    const nearest = nearestCandidates(row, near, ground, grid);
    const others = nearest.length < near ? [] : scatteredCandidates(row, scattered, ground);
    const found = new Set([...nearest, ...others]);
    for (const column of [...found].sort((a, b) => a - b)) take(column, rating.rate(row, column));
  };
}

const tieSteps = 256;
const mostItems = 2 ** 20;
const mostMeters = 2 ** 25 - 1;

/** The nearest candidates of a resident; fewer than `wanted` only where there are no more. */
function nearestCandidates(row: number, wanted: number, ground: Ground, grid: Grid): number[] {
  const { rating, columns, volunteers } = ground;
  const { place, isOnlineOk, reachKilometers } = ground.residents[row]!;
  // Meters, then the tie, then the item, in one number that can be sorted.
  const found: number[] = [];
  const consider = (item: number) => {
    const column = columns[item]!;
    if (!rating.mayPair(row, column)) return;
    const meters = Math.min(mostMeters, metersBetween(place, volunteers[column]!.place));
    found.push((meters * tieSteps + (tieOf(ground, row, column) % tieSteps)) * mostItems + item);
  };
  const rings = ringsAround(grid, place);
  const reachMeters = isOnlineOk ? Number.POSITIVE_INFINITY : 1000 * reachKilometers;
  for (let ring = 0; ring <= rings && (ring - 1) * grid.cellMeters <= reachMeters; ring++) {
    visitRing(grid, place, ring, consider);
    if (found.length < wanted) continue;
    const sure = ring * grid.cellMeters * tieSteps * mostItems;
    let near = 0;
    for (const key of found) if (key < sure) near++;
    if (near >= wanted) break;
  }
  const keys = Float64Array.from(found).sort();
  return Array.from(keys.subarray(0, wanted), (key) => columns[key % mostItems]!);
}

/** Candidates from a place in the list that the resident's own number gives, each some way on from the last. */
function scatteredCandidates(
  row: number,
  wanted: number,
  { columns, rating, residentKeys }: Ground,
): number[] {
  const found: number[] = [];
  const count = columns.length;
  const stride = 1 + ((Math.imul(residentKeys[row]!, 0x9e3779b1) >>> 0) % count);
  let at = (residentKeys[row]! >>> 0) % count;
  for (let tries = 0; tries < count && found.length < wanted; tries++) {
    const column = columns[at]!;
    if (rating.mayPair(row, column)) found.push(column);
    at = (at + stride) % count;
  }
  return found;
}
