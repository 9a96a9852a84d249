import type pg from 'pg';

export interface Table {
  /** Quoted where needed: `people.persons`. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** Schemas whose rows are not ours. What the queue has migrated of itself, it knows by its own version. */
const NOT_OURS = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
  and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')`;

/** Every table with the columns that are stored, in the order of their names. */
export async function listTables(client: pg.ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      (select coalesce(array_agg(quote_ident(a.attname) order by a.attnum), '{}') from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and ${NOT_OURS}
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') order by 1`);
  return rows;
}

/** Where each sequence has got to; what has not begun is left out. */
export async function listSequences(client: pg.ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value
    from pg_sequences where last_value is not null order by 1`);
  return rows;
}

/** Takes foreign keys and triggers out of the way, as an owner may, and gives back how to put them in again. */
export async function standAside(
  client: pg.ClientBase,
  tables: readonly Table[],
): Promise<() => Promise<void>> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace <> 'pg_catalog'::regnamespace`);
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`);
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  return async () => {
    for (const { table, name, definition } of rows)
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
  };
}
