import { type Grid, gridOf } from '../grid.ts';
import type { Ground } from '../ground.ts';

/** Volunteers with a free place in the order of a grid, so that whole cells are passed over. */
export interface Field {
  readonly grid: Grid;
  readonly columns: Int32Array;
  readonly east: Int32Array;
  readonly north: Int32Array;
  readonly brought: Int32Array;
  /** For each table of the rating the kind of each volunteer. */
  readonly kinds: readonly Int32Array[];
}

/** Lays out a field of these volunteers in one pass. */
export function fieldOf(ground: Ground, among: readonly number[]): Field {
  const grid = gridOf(among.map((column) => ground.volunteers[column]!.place));
  const columns = Int32Array.from(grid.items, (item) => among[item]!);
  const placeOf = (column: number) => ground.volunteers[column]!.place;
  return {
    grid,
    columns,
    east: Int32Array.from(columns, (column) => placeOf(column).eastMeters),
    north: Int32Array.from(columns, (column) => placeOf(column).northMeters),
    brought: Int32Array.from(columns, (column) => ground.rating.brought[column]!),
    kinds: ground.rating.tables.map(({ of }) => Int32Array.from(columns, (column) => of[column]!)),
  };
}

/** The same field with its items in another order, each within its cell. */
export function inOrder(field: Field, order: Int32Array): Field {
  return {
    grid: field.grid,
    columns: pick(field.columns, order),
    east: pick(field.east, order),
    north: pick(field.north, order),
    brought: pick(field.brought, order),
    kinds: field.kinds.map((kinds) => pick(kinds, order)),
  };
}

/** Values in an order. */
export function pick(values: Int32Array, order: Int32Array): Int32Array {
  return order.map((at) => values[at]!);
}
