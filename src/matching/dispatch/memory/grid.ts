import type { Place } from '../types.ts';
import { eastEighth, northEighth } from './posting.ts';

const CELL_METERS = 1000;
const EIGHTH_METERS = CELL_METERS / 8;
export const CELLS_ACROSS = 128;
const HALF_METERS = (CELL_METERS * CELLS_ACROSS) / 2;

/** Number of the square kilometer in which a place lies; outside the grid it is the nearest one of the border. */
export function cellOf(place: Place): number {
  return rowOrColumn(place.northMeters) * CELLS_ACROSS + rowOrColumn(place.eastMeters);
}

function rowOrColumn(meters: number): number {
  const index = Math.floor((meters + HALF_METERS) / CELL_METERS);
  return Math.min(Math.max(index, 0), CELLS_ACROSS - 1);
}

/** In which eighth of its cell, from west or south, a coordinate lies; outside the grid the nearest one. */
export function eighthOf(meters: number): number {
  const fromEdge = Math.min(Math.max(meters + HALF_METERS, 0), 2 * HALF_METERS - 1);
  return Math.floor((fromEdge % CELL_METERS) / EIGHTH_METERS);
}

/** Meters from a place to the west and south edges of a cell; null for border cells, which have no edge. */
export function edgesOf(cell: number, place: Place): { west: number; south: number } | null {
  const column = cell % CELLS_ACROSS;
  const row = Math.floor(cell / CELLS_ACROSS);
  const last = CELLS_ACROSS - 1;
  if (column === 0 || row === 0 || column === last || row === last) return null;
  return {
    west: column * CELL_METERS - HALF_METERS - place.eastMeters,
    south: row * CELL_METERS - HALF_METERS - place.northMeters,
  };
}

/** The least distance in meters to anybody in the eighth of the cell that `who` of a posting names. */
export function metersToEighth(who: number, west: number, south: number): number {
  const low = west + eastEighth(who) * EIGHTH_METERS;
  const bottom = south + northEighth(who) * EIGHTH_METERS;
  const east = Math.max(0, low, 1 - low - EIGHTH_METERS);
  const north = Math.max(0, bottom, 1 - bottom - EIGHTH_METERS);
  return Math.floor(Math.sqrt(east * east + north * north));
}

/** The least distance in meters between a place and anything in a cell; border cells are open to the outside. */
export function metersToCell(place: Place, cell: number): number {
  const east = metersToStrip(place.eastMeters, cell % CELLS_ACROSS);
  const north = metersToStrip(place.northMeters, Math.floor(cell / CELLS_ACROSS));
  return Math.floor(Math.sqrt(east * east + north * north));
}

function metersToStrip(meters: number, index: number): number {
  const low = index === 0 ? -Infinity : index * CELL_METERS - HALF_METERS;
  const high = index === CELLS_ACROSS - 1 ? Infinity : (index + 1) * CELL_METERS - HALF_METERS - 1;
  return Math.max(0, low - meters, meters - high);
}

/** The least distance in meters between any place of a cell and anything `ring` cells away from it. */
export function metersToRing(ring: number): number {
  return Math.max(0, ring - 1) * CELL_METERS;
}

/** Calls `visit` for each cell exactly `ring` rows or columns away from a cell. */
export function visitRing(cell: number, ring: number, visit: (cell: number) => void): void {
  const row = Math.floor(cell / CELLS_ACROSS);
  const column = cell % CELLS_ACROSS;
  for (let down = Math.max(-ring, -row); down <= Math.min(ring, CELLS_ACROSS - 1 - row); down++) {
    // Top and bottom rows are whole, in between there are only the two ends.
    const step = Math.abs(down) === ring ? 1 : Math.max(1, 2 * ring);
    for (let across = -ring; across <= ring; across += step) {
      const at = column + across;
      if (at >= 0 && at < CELLS_ACROSS) visit((row + down) * CELLS_ACROSS + at);
    }
  }
}
