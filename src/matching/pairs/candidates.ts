import type { Ticker } from '../round/ticker.ts';
import { ringsAround, visitRing } from './grid.ts';
import { fitOfTwo, type Ground, isCandidateInFull, metersOfTwo, tieOf } from './ground.ts';
import type { Rows } from './rows.ts';
import { mayPass } from './sieve.ts';

/** Finds everybody with whom each resident can be a pair: looks at every pair once. */
export function allCandidates(ground: Ground, ticker: Ticker): Rows {
  const { columnOf, sieve } = ground;
  return rowsOf(ground, ticker, (row) =>
    columnOf.filter((column) => mayPass(sieve, row, column) && isCandidateInFull(ground, row, column)),
  );
}

/** How many candidates a resident starts with where there are too many for all of them. */
export interface Start {
  /** The nearest, of two at the same distance by `tieOf`. */
  readonly near: number;
  /** Others wherever they live, so that the parts of a city are not separate rounds. */
  readonly scattered: number;
}

/**
 * Finds for each resident the nearest volunteers with whom every condition is kept, and some from anywhere. A
 * cell is looked at only while nearer cells have not filled the list, so the work grows with the number kept,
 * not with the square.
 */
export function firstCandidates(ground: Ground, start: Start, ticker: Ticker): Rows {
  return rowsOf(ground, ticker, (row) => {
    const near = nearestCandidates(row, ground, start.near);
    const all =
      near.length < start.near ? near : [...near, ...scatteredCandidates(row, ground, start.scattered)];
    return [...new Set(all)].sort((a, b) => a - b);
  });
}

function rowsOf(ground: Ground, ticker: Ticker, columnsFor: (row: number) => readonly number[]): Rows {
  const rowPtr = new Int32Array(ground.residents.length + 1);
  const column: number[] = [];
  const fit: number[] = [];
  for (let row = 0; row + 1 < rowPtr.length; row++) {
    if ((row & 255) === 0) ticker.tick(row / rowPtr.length);
    for (const candidate of columnsFor(row)) {
      column.push(candidate);
      fit.push(fitOfTwo(ground, row, candidate));
    }
    rowPtr[row + 1] = column.length;
  }
  return { rowPtr, column: Int32Array.from(column), fit: Int32Array.from(fit) };
}

interface Near {
  readonly column: number;
  readonly meters: number;
  readonly tie: number;
}

function nearestCandidates(row: number, ground: Ground, wanted: number): number[] {
  const { grid, sieve, columnOf } = ground;
  const { place, isOnlineOk, reachKilometers } = ground.residents[row]!;
  const found: number[] = [];
  let waiting: Near[] = [];
  const consider = (item: number) => {
    const column = columnOf[item]!;
    if (!mayPass(sieve, row, column)) return;
    waiting.push({ column, meters: metersOfTwo(ground, row, column), tie: tieOf(ground, row, column) });
  };
  const rings = ringsAround(grid, place);
  const reachMeters = isOnlineOk ? Number.POSITIVE_INFINITY : 1000 * reachKilometers;
  for (let ring = 0; ring <= rings && found.length < wanted; ring++) {
    const isLast = ring === rings || ring * grid.cellMeters > reachMeters;
    visitRing(grid, place, ring, consider);
    const sure = isLast ? waiting : waiting.filter(({ meters }) => meters < ring * grid.cellMeters);
    if (!isLast) waiting = waiting.filter(({ meters }) => meters >= ring * grid.cellMeters);
    sure.sort((a, b) => a.meters - b.meters || a.tie - b.tie || a.column - b.column);
    for (const { column } of sure)
      if (found.length < wanted && isCandidateInFull(ground, row, column)) found.push(column);
    if (isLast) break;
  }
  return found;
}

/** Candidates from a place in the list that the resident's own number gives, each some way on from the last. */
function scatteredCandidates(row: number, ground: Ground, wanted: number): number[] {
  const { columnOf, sieve, residentKeys } = ground;
  const found: number[] = [];
  const count = columnOf.length;
  let at = (residentKeys[row]! >>> 0) % Math.max(1, count);
  const stride = 1 + ((Math.imul(residentKeys[row]!, 0x9e3779b1) >>> 0) % Math.max(1, count));
  for (let tries = 0; tries < count && found.length < wanted; tries++) {
    const column = columnOf[at]!;
    if (mayPass(sieve, row, column) && isCandidateInFull(ground, row, column)) found.push(column);
    at = (at + stride) % count;
  }
  return found;
}
