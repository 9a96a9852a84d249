import type pg from 'pg';

/** What a version may count on while it runs: lines of text, each a thing that is there or a demand on what is written. */
export interface SchemaPromises {
  /** Columns with their types and collations, rights of the application, functions, values of types: all of them must stay. */
  readonly given: ReadonlySet<string>;
  /** What every row must fulfill, with the things (as lines of `given`) it is about: to things of before, none may be added. */
  readonly demanded: ReadonlyMap<string, readonly string[]>;
}

/** Reads a schema as PostgreSQL itself knows it. */
export async function readPromises(client: pg.Client): Promise<SchemaPromises> {
  const given = await client.query<{ line: string }>(GIVEN);
  const demanded = await client.query<{ line: string; about: string[] }>(DEMANDED);
  return {
    given: new Set(given.rows.map(({ line }) => line)),
    demanded: new Map(demanded.rows.map(({ line, about }) => [line, about])),
  };
}

/**
 * What a step breaks for the version that ran before it. A wall of the same name that was only changed is passed over:
 * whether it is wider, no machine can tell.
 * @param met names of demands that the step says the former version meets, since it leaves what is new in them empty: it is
 *   believed of those alone that are about something new
 */
export function whatBreaks(
  before: SchemaPromises,
  after: SchemaPromises,
  met: ReadonlySet<string> = new Set(),
): string[] {
  const isMet = (line: string, about: readonly string[]) =>
    met.has(line.split(' on ')[0] ?? '') && about.some((one) => !before.given.has(one));
  const gone = [...before.given].filter((line) => !after.given.has(line));
  const added = [...after.demanded].filter(
    ([line, about]) =>
      !before.demanded.has(line) && about.some((one) => before.given.has(one)) && !isMet(line, about),
  );
  return [...gone.map((line) => `${line} is gone`), ...added.map(([line]) => `${line} is demanded`)].sort();
}

const OURS = `n.nspname !~ '^(pg_|information_schema$|graphile_worker$)'`;

/** With its collation: a statement that was prepared before it changed is refused from then on (`0A000`). */
const COLUMN = `format('column %s.%s.%s %s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
  ' collate ' || nullif(nullif(a.attcollation, 0::oid), 100::oid)::regcollation)`;

const GIVEN = `
  select format('table %s.%s', n.nspname, c.relname) as line
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p', 'v', 'm') and ${OURS}
  union all
  select ${COLUMN}
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped and ${OURS}
  union all
  select format('function %s returning %s', p.oid::regprocedure, pg_get_function_result(p.oid))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${OURS} and p.prorettype <> 'trigger'::regtype
      and not exists (select from pg_depend where objid = p.oid and deptype = 'e')
  union all
  select format('value %s of %s', e.enumlabel, e.enumtypid::regtype) from pg_enum e
  union all
  select format('right to %s %s.%s.%s', p.privilege_type, p.table_schema, p.table_name, p.column_name)
    from information_schema.column_privileges p where p.grantee = 'otonari_app'
  union all
  select format('right to delete %s.%s', p.table_schema, p.table_name)
    from information_schema.table_privileges p where p.grantee = 'otonari_app' and p.privilege_type = 'DELETE'`;

/** A value that must be filled in is about its table: the former version fills in no column that is new there. */
const DEMANDED = `
  select format('a value for %s.%s.%s', n.nspname, c.relname, a.attname) as line,
      array[format('table %s.%s', n.nspname, c.relname)] as about
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
      and a.attnotnull and not a.atthasdef and a.attidentity = '' and ${OURS}
  union all
  select format('%s on %s.%s', k.conname, n.nspname, c.relname),
      array(select ${COLUMN}
        from pg_attribute a where a.attrelid = c.oid and a.attnum = any(k.conkey))
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where k.contype in ('c', 'u', 'p', 'f', 'x') and ${OURS}
  union all
  select format('%s on %s.%s', i.indexrelid::regclass, n.nspname, c.relname),
      array(select ${COLUMN}
        from pg_attribute a where a.attrelid = c.oid and a.attnum = any(i.indkey::int2[]))
    from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
    where i.indisunique and ${OURS}
      and not exists (select from pg_constraint where conindid = i.indexrelid)`;
