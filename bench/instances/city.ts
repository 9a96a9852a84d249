import type { RoundProblem } from '../../src/matching/round/types.ts';
import { drawCapacities, drawResidents, drawVolunteers, type People } from './people.ts';
import { newRandom } from './random.ts';

const FARTHEST_KM = 8;

/** Volunteers by square cells of the plane, so that the nearest are found by growing rings. */
interface Grid {
  readonly west: number;
  readonly south: number;
  readonly side: number;
  readonly width: number;
  readonly height: number;
  readonly start: Int32Array;
  readonly item: Int32Array;
}

function toGrid({ count, x, y }: People): Grid {
  let [west, south, east, north] = [1e9, 1e9, -1e9, -1e9];
  for (let i = 0; i < count; i++) {
    west = Math.min(west, x[i]!);
    south = Math.min(south, y[i]!);
    east = Math.max(east, x[i]!);
    north = Math.max(north, y[i]!);
  }
  const side = Math.max(0.15, Math.sqrt((620 * 8) / count));
  const width = Math.floor((east - west) / side) + 1;
  const height = Math.floor((north - south) / side) + 1;
  const cell = Int32Array.from(
    { length: count },
    (_, i) => Math.floor((y[i]! - south) / side) * width + Math.floor((x[i]! - west) / side),
  );
  const start = new Int32Array(width * height + 1);
  for (const c of cell) start[c + 1]! += 1;
  for (let c = 0; c < width * height; c++) start[c + 1]! += start[c]!;
  const next = start.slice();
  const item = new Int32Array(count);
  for (let i = 0; i < count; i++) item[next[cell[i]!]!++] = i;
  return { west, south, side, width, height, start, item };
}

type Candidate = readonly [distance_km: number, volunteer: number];

function isFeasible(residents: People, i: number, volunteers: People, v: number): boolean {
  if ((residents.languages[i]! & volunteers.languages[v]!) === 0) return false;
  if ((residents.slots[i]! & volunteers.slots[v]!) === 0) return false;
  if (residents.wish[i]! !== 0 && residents.wish[i] !== volunteers.gender[v]) return false;
  return volunteers.wish[v] === 0 || volunteers.wish[v] === residents.gender[i];
}

/** The cells of one ring around a cell, row by row from the south, each from the west. */
function* ringCells(grid: Grid, column: number, row: number, ring: number): Generator<number> {
  for (let y = row - ring; y <= row + ring; y++) {
    if (y < 0 || y >= grid.height) continue;
    const step = y === row - ring || y === row + ring ? 1 : 2 * ring || 1;
    for (let x = column - ring; x <= column + ring; x += step) {
      if (x >= 0 && x < grid.width) yield y * grid.width + x;
    }
  }
}

/** The nearest feasible volunteers of a resident, by number. */
function nearest(town: Town, i: number, wanted: number): Candidate[] {
  const { residents, volunteers, grid } = town;
  const column = Math.floor((residents.x[i]! - grid.west) / grid.side);
  const row = Math.floor((residents.y[i]! - grid.south) / grid.side);
  const found: Candidate[] = [];
  for (let ring = 0; ring * grid.side <= FARTHEST_KM + grid.side; ring++) {
    for (const cell of ringCells(grid, column, row, ring)) {
      for (let p = grid.start[cell]!; p < grid.start[cell + 1]!; p++) {
        const v = grid.item[p]!;
        if (!isFeasible(residents, i, volunteers, v)) continue;
        const distance = Math.hypot(residents.x[i]! - volunteers.x[v]!, residents.y[i]! - volunteers.y[v]!);
        if (distance <= FARTHEST_KM) found.push([distance, v]);
      }
    }
    const certain = ring * grid.side;
    if (found.length >= wanted && found.filter(([distance]) => distance <= certain).length >= wanted) break;
  }
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  return found.slice(0, wanted).sort((a, b) => a[1] - b[1]);
}

interface Town {
  readonly residents: People;
  readonly volunteers: People;
  readonly grid: Grid;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function fitOf({ residents, volunteers }: Town, i: number, [distance, v]: Candidate): number {
  const shared = residents.languages[i]! & volunteers.languages[v]!;
  const language = (shared & ~3) !== 0 ? 200 : (shared & 2) !== 0 ? 140 : 70;
  const time = Math.min(200, countBits(residents.slots[i]! & volunteers.slots[v]!) * 50);
  const interests = Math.min(150, countBits(residents.interests[i]! & volunteers.interests[v]!) * 60);
  const age = Math.max(0, 100 - Math.abs(residents.age[i]! - volunteers.age[v]!) * 3);
  const near = Math.round(350 * Math.exp(-distance / 2));
  return Math.max(0, Math.min(1000, language + time + interests + age + near));
}

/** `count` residents and nine tenths as many volunteers over Tokyo's 23 wards, each with the 30 nearest. */
export function makeCity(count: number, seed = 20251105, wanted = 30): RoundProblem {
  const random = newRandom(seed ^ count);
  const residents = drawResidents(random, count);
  const volunteers = drawVolunteers(random, Math.floor(count * 0.9));
  const capacity = drawCapacities(random, volunteers.count);
  const town = { residents, volunteers, grid: toGrid(volunteers) };
  const rowPtr = new Int32Array(count + 1);
  const column: number[] = [];
  const fit: number[] = [];
  for (let i = 0; i < count; i++) {
    for (const candidate of nearest(town, i, wanted)) {
      column.push(candidate[1]);
      fit.push(fitOf(town, i, candidate));
    }
    rowPtr[i + 1] = column.length;
  }
  return {
    residents: count,
    volunteers: volunteers.count,
    rowPtr,
    column: Int32Array.from(column),
    fit: Int32Array.from(fit),
    capacity,
  };
}
