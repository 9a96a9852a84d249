import type { Place } from '../dispatch/types.ts';

/** Places sorted into square cells, so that those near a point are found without looking at the rest. */
export interface Grid {
  readonly cellMeters: number;
  readonly columns: number;
  readonly rows: number;
  readonly west: number;
  readonly south: number;
  /** The places of cell c are `items[start[c]] .. items[start[c + 1] - 1]`. */
  readonly start: Int32Array;
  readonly items: Int32Array;
}

const leastCellMeters = 150;
const mostCellsAcross = 1024;

/** Sorts places into cells that hold about so many places each; takes time and memory in proportion to their number. */
export function gridOf(places: readonly Place[], placesPerCell: number): Grid {
  const east = extent(places.map(({ eastMeters }) => eastMeters));
  const north = extent(places.map(({ northMeters }) => northMeters));
  const [width, height] = [east.most - east.least, north.most - north.least];
  const wanted = Math.sqrt((width * height * placesPerCell) / Math.max(1, places.length));
  const cellMeters = Math.ceil(Math.max(leastCellMeters, wanted, Math.max(width, height) / mostCellsAcross));
  const columns = Math.floor(width / cellMeters) + 1;
  const rows = Math.floor(height / cellMeters) + 1;
  const shape = { cellMeters, west: east.least, south: north.least };
  const start = new Int32Array(rows * columns + 1);
  const cells = places.map((place) => {
    const { column, row } = cellOf(shape, place);
    return row * columns + column;
  });
  for (const cell of cells) start[cell + 1]!++;
  for (let cell = 0; cell < rows * columns; cell++) start[cell + 1]! += start[cell]!;
  const next = start.slice();
  const items = new Int32Array(places.length);
  cells.forEach((cell, item) => {
    items[next[cell]!++] = item;
  });
  return { ...shape, columns, rows, start, items };
}

/** How many rings of cells around the place it takes to see the whole grid. */
export function ringsAround(grid: Grid, place: Place): number {
  const { column, row } = cellOf(grid, place);
  const across = Math.max(Math.abs(column), Math.abs(grid.columns - 1 - column));
  return Math.max(across, Math.abs(row), Math.abs(grid.rows - 1 - row));
}

/**
 * Visits every item in the cells whose larger distance in cells from the place is exactly `ring`. Items of
 * later rings are farther than `ring * cellMeters` from the place.
 */
export function visitRing(grid: Grid, place: Place, ring: number, visit: (item: number) => void): void {
  const { column, row } = cellOf(grid, place);
  for (let y = Math.max(0, row - ring); y <= Math.min(grid.rows - 1, row + ring); y++) {
    const isEdge = y === row - ring || y === row + ring;
    const step = isEdge || ring === 0 ? 1 : 2 * ring;
    for (let x = column - ring; x <= column + ring; x += step) {
      if (x < 0 || x >= grid.columns) continue;
      const cell = y * grid.columns + x;
      for (let at = grid.start[cell]!; at < grid.start[cell + 1]!; at++) visit(grid.items[at]!);
    }
  }
}

type Shape = Pick<Grid, 'cellMeters' | 'west' | 'south'>;

function cellOf({ cellMeters, west, south }: Shape, place: Place): { column: number; row: number } {
  return {
    column: Math.floor((place.eastMeters - west) / cellMeters),
    row: Math.floor((place.northMeters - south) / cellMeters),
  };
}

function extent(values: readonly number[]): { least: number; most: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return values.length === 0 ? { least: 0, most: 0 } : { least, most };
}

/** The square of the least distance in meters from the point to anything in a cell. */
export function squareToCell(grid: Grid, cell: number, eastMeters: number, northMeters: number): number {
  const { cellMeters, columns, west, south } = grid;
  const y = Math.floor(cell / columns);
  const left = west + (cell - y * columns) * cellMeters;
  const bottom = south + y * cellMeters;
  const east = Math.max(0, left - eastMeters, eastMeters - left - cellMeters);
  const north = Math.max(0, bottom - northMeters, northMeters - bottom - cellMeters);
  return east * east + north * north;
}
