import type pg from 'pg';

/** How rows are copied; `k` is the number of the copy, `t` the row. */
export interface Copying {
  /** Part of the ids of copies, so that what is copied twice gets others. */
  readonly era: string;
  readonly times: number;
  /** A query for the ids that each copy has of its own. */
  readonly ids: string;
  /** How much earlier the copy's times lie. */
  readonly shift?: string;
  /** Somebody or something, the table (`n`, `id`) of those that take their place, and which of them. */
  readonly instead?: readonly (readonly [id: string, pool: string, n: string])[];
  /** Column, or column of a table (`schema.table.column`) → expression. */
  readonly overrides?: Readonly<Record<string, string>>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly domain: string | null;
}

/** A table, and which of its rows (`t`) belong to something. */
export type Belonging = readonly [table: string, where: string];

/** Rows of which each copy has an id of its own, while something is copied. */
export const COPIED = 'select id from copied';

/** Copies something as a whole, table by table: what has an id of its own has another one in each copy. */
export async function copyWhole(
  client: pg.Client,
  tables: readonly Belonging[],
  how: Omit<Copying, 'ids'>,
): Promise<void> {
  await client.query('drop table if exists pg_temp.copied');
  await client.query('create temp table copied (id uuid)');
  const { rows } = await client.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.columns
     where column_name = 'id' and data_type = 'uuid'`,
  );
  const withId = new Set(rows.map(({ name }) => name));
  for (const [table, where] of tables)
    if (withId.has(table))
      await client.query(`insert into copied select t.id from ${table} t where ${where}`);
  for (const [table, where] of tables) await copyRows(client, table, where, { ...how, ids: COPIED });
}

/** An expression for text that stands once: another one in each copy. */
export const another = (column: string, era: string) => `t.${column} || '/${era}/' || k`;

/** An expression for a code as papers bear one, made of a text that stands once. */
export const codeOf = (text: string) => `translate(upper(left(md5(${text}), 16)), '01', 'GH')`;

/** Numbers rows from 0 in a table of their own, for those that name one of them. */
export async function numberRows(client: pg.Client, pool: string, rows: string): Promise<void> {
  await client.query(`drop table if exists ${pool}`);
  await client.query(
    `create table ${pool} as select row_number() over (order by time, id) - 1 as n, id from (${rows}) as r`,
  );
  await client.query(`create unique index on ${pool} (n)`);
  await client.query(`analyze ${pool}`);
}

/** Copies the rows of a table that the condition names; whatever names a copied row names its copy. */
export async function copyRows(client: pg.Client, table: string, where: string, how: Copying): Promise<void> {
  const [schema, name] = table.split('.');
  const { rows: columns } = await client.query<Column>(
    `select column_name as name, data_type as type, domain_name as domain from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER'`,
    [schema, name],
  );
  const pools = (how.instead ?? []).map(
    ([, pool, n], index) => `join ${pool} p${index} on p${index}.n = (${n}) % (select count(*) from ${pool})`,
  );
  await client.query(
    `insert into ${table} (${columns.map((column) => column.name).join(', ')})
     select ${columns.map((column) => expressionOf(table, column, how)).join(', ')}
     from ${table} t cross join generate_series(1, ${how.times}) k ${pools.join(' ')} where ${where}
     on conflict do nothing`,
  );
}

function expressionOf(table: string, { name, type, domain }: Column, how: Copying): string {
  const own = how.overrides?.[`${table}.${name}`] ?? how.overrides?.[name];
  if (own) return own;
  // Words were forgotten: five years of them are not kept.
  if (domain === 'sealed_text') return `case when t.${name} is null then null else '' end`;
  if (type === 'uuid') {
    const others = (how.instead ?? []).map(([id], index) => `when t.${name} = '${id}' then p${index}.id`);
    return `case ${others.join(' ')} when t.${name} in (${how.ids}) then md5(t.${name}::text || '/${how.era}/' || k)::uuid else t.${name} end`;
  }
  if (how.shift && (type.startsWith('timestamp') || type === 'date'))
    return `(t.${name} - ${how.shift})${type === 'date' ? '::date' : ''}`;
  return `t.${name}`;
}
