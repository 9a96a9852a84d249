import { type Grid, gridOf } from '../grid.ts';
import type { Ground } from '../ground.ts';

/** Where the table of speech stands among those of the rating. */
const SPEECH = 1;

/** Those who talk alike have a field of their own if they are at least such a part of all. */
const fewestOfAll = 1 / 40;

/** Volunteers with a free place in the order of a grid, so that whole cells are passed over. */
export interface Field {
  /** The kinds of speech of its volunteers, each once. */
  readonly speech: readonly number[];
  readonly grid: Grid;
  readonly columns: Int32Array;
  readonly east: Int32Array;
  readonly north: Int32Array;
  readonly brought: Int32Array;
  /** For each table of the rating the kind of each volunteer. */
  readonly kinds: readonly Int32Array[];
}

/**
 * Lays out these volunteers in fields: those who can talk with the same residents together, so that whoever cannot talk
 * with them passes over all of them, and the few of each other sort together in one.
 */
export function fieldsOf(ground: Ground, among: readonly number[]): Field[] {
  const table = ground.rating.tables[SPEECH]!;
  const accepted = table.acceptedBy();
  const fields: Field[] = [];
  const others: number[] = [];
  for (const alike of Map.groupBy(among, (column) => accepted[table.of[column]!]!).values()) {
    if (alike.length >= fewestOfAll * among.length) fields.push(fieldOf(ground, alike));
    else others.push(...alike);
  }
  return others.length > 0 ? [...fields, fieldOf(ground, others)] : fields;
}

function fieldOf(ground: Ground, among: readonly number[]): Field {
  const grid = gridOf(
    among.map((column) => ground.volunteers[column]!.place),
    8,
  );
  const columns = Int32Array.from(grid.items, (item) => among[item]!);
  const placeOf = (column: number) => ground.volunteers[column]!.place;
  const { of } = ground.rating.tables[SPEECH]!;
  return {
    speech: [...new Set(among.map((column) => of[column]!))],
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
    speech: field.speech,
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
