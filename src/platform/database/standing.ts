import { CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Database } from './connect.ts';

/** Stands in a statement for a value that comes when it is asked. */
class Place {
  readonly statement: string;
  readonly name: string;
  constructor(statement: string, name: string) {
    this.statement = statement;
    this.name = name;
  }
}

/** A value of a statement, or the place for it: a statement is built without knowing any, so nothing is worked out from one there. */
export type Placed<Value> = Place | Value;
export type Places<Values> = { readonly [Name in keyof Values]: Placed<Values[Name]> };

/** A statement whose text is always the same, with its values of now. */
export interface Standing {
  /** Which one it is. */
  readonly number: number;
  readonly values: object;
  readonly build: (places: never) => RawBuilder<unknown>;
}

let statements = 0;

/**
 * A statement that is asked again and again: it is built and written as text once for all. To do that anew for the desk
 * took as long as to read its answer.
 * @param build from a place for each value; whatever else it is made of may never change
 */
export function standing<Values extends object>(
  build: (places: Places<Values>) => RawBuilder<unknown>,
): (values: Values) => Standing {
  statements += 1;
  const number = statements;
  return (values) => ({ number, values, build });
}

/** The statement with its values in it, for a place in another one. */
export function filled({ build, values }: Standing): RawBuilder<unknown> {
  return build(values as never);
}

interface Written {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

/** As many as there are statements and sets of them that are asked together: of the program, not of what anybody sends. */
const written = new Map<string, Written>();

/**
 * Executes standing statements as one.
 * @param join how they stand in it, by their names; for the same names and statements always the same
 */
export async function executeStanding<Row>(
  db: Database,
  parts: Readonly<Record<string, Standing>>,
  join: (built: Readonly<Record<string, RawBuilder<unknown>>>) => RawBuilder<unknown>,
): Promise<Row[]> {
  const key = Object.entries(parts)
    .map(([name, { number }]) => `${name} ${number}`)
    .join();
  const known = written.get(key) ?? write(db, parts, join);
  written.set(key, known);
  const values = known.parameters.map((value) =>
    value instanceof Place ? Reflect.get(parts[value.statement]?.values ?? {}, value.name) : value,
  );
  const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(known.text, values));
  return rows;
}

function write(
  db: Database,
  parts: Readonly<Record<string, Standing>>,
  join: Parameters<typeof executeStanding>[2],
): Written {
  const built = Object.entries(parts).map(([name, { build, values }]) => {
    const places = Object.keys(values).map((value) => [value, new Place(name, value)]);
    return [name, build(Object.fromEntries(places) as never)] as const;
  });
  const { sql: text, parameters } = sql`${join(Object.fromEntries(built))}`.compile(db);
  return { text, parameters };
}
