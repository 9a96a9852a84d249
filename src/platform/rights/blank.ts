import { type RawBuilder, sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Ruled } from './ruled.ts';

/** What stands in a column when nothing is said there, by the column's name. */
export type Blanks = ReadonlyMap<string, RawBuilder<unknown>>;

/** Null where the column takes it, else what it begins with, else nothing in its own form. */
export async function readBlanks(db: Database, { table, columns }: Ruled): Promise<Blanks> {
  const { rows } = await sql<{ name: string; blank: string }>`
    select a.attname as name, case
        when not a.attnotnull then 'null'
        when d.oid is not null then pg_get_expr(d.adbin, d.adrelid)
        when t.typcategory = 'A' then '''{}'''
        else '''''' end as blank
    from pg_attribute a join pg_type t on t.oid = a.atttypid
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = ${table}::regclass and a.attname = any (${columns.map(({ name }) => name)})`.execute(
    db,
  );
  return new Map(rows.map(({ name, blank }) => [name, sql.raw(blank)]));
}

/** `set` of an update that leaves nothing in these columns. */
export function blanking({ rule }: Ruled, blanks: Blanks, now: Temporal.Instant): RawBuilder<unknown> {
  const sets = [...blanks].map(([name, blank]) => sql`${sql.ref(name)} = ${blank}`);
  if (rule.mark)
    sets.push(sql`${sql.ref(rule.mark)} = coalesce(${sql.ref(`t.${rule.mark}`)}, ${now}::timestamptz)`);
  return sql.join(sets);
}
