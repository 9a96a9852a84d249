import type { Place } from '../types.ts';

const CELL_METERS = 1000;
export const CELLS_ACROSS = 128;
export const CELLS = CELLS_ACROSS * CELLS_ACROSS;
const HALF_METERS = (CELL_METERS * CELLS_ACROSS) / 2;

/** Number of the square kilometer in which a place lies; outside the grid it is the nearest one of the border. */
export function cellOf(place: Place): number {
  return rowOrColumn(place.northMeters) * CELLS_ACROSS + rowOrColumn(place.eastMeters);
}

function rowOrColumn(meters: number): number {
  const index = Math.floor((meters + HALF_METERS) / CELL_METERS);
  return Math.min(Math.max(index, 0), CELLS_ACROSS - 1);
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
