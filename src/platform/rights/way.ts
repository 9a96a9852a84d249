import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Way } from '../personal-data.ts';

/** A condition on the column at a way's end, given the name of that column. */
export type Condition = (column: RawBuilder<unknown>, row: string) => RawBuilder<SqlBool>;

/** The columns a way leads over, as `schema.table.column`, so that a test can see whether they are there. @param table where it begins */
export function columnsOfWay(table: string, way: Way): string[] {
  const [local, ...hops] = way.split(/[<>]/) as [string, ...string[]];
  const back = way.includes('<');
  return [
    `${table}.${local}`,
    ...hops.flatMap((hop) => {
      const [schema, name, first, last] = hop.split('.');
      return back
        ? [`${schema}.${name}.${first}`, `${schema}.${name}.${last}`]
        : [`${schema}.${name}.${first}`];
    }),
  ];
}

/**
 * Whether a condition holds at the end of a way from the row `t`: for the row that it leads to, or for any of the rows
 * that name ours. @throws for a way that goes back over more than one table
 */
export function atEnd(way: Way, condition: Condition): RawBuilder<SqlBool> {
  const [local, ...hops] = way.split('>') as [string, ...string[]];
  if (local.includes('<')) return amongThose(local, condition);
  if (hops.length === 0) return condition(sql.ref(`t.${local}`), 't');
  return overHops(sql.ref(`t.${local}`), hops, condition);
}

function overHops(
  from: RawBuilder<unknown>,
  [hop, ...more]: readonly string[],
  condition: Condition,
): RawBuilder<SqlBool> {
  const [schema, name, column] = (hop ?? '').split('.');
  const row = `h${more.length}`;
  const end = sql.ref(`${row}.${column}`);
  const rest = more.length === 0 ? condition(end, row) : overHops(end, more, condition);
  return sql<SqlBool>`exists (select from ${sql.table(`${schema}.${name}`)} as ${sql.ref(row)}
    where ${sql.ref(`${row}.id`)} = ${from} and ${rest})`;
}

function amongThose(way: string, condition: Condition): RawBuilder<SqlBool> {
  const [local, hop = '', ...more] = way.split('<');
  if (more.length > 0) throw new Error(`${way} goes back twice`);
  const [schema, name, key, column] = hop.split('.');
  return sql<SqlBool>`exists (select from ${sql.table(`${schema}.${name}`)} as b
    where ${sql.ref(`b.${key}`)} = ${sql.ref(`t.${local}`)} and ${condition(sql.ref(`b.${column}`), 'b')})`;
}
