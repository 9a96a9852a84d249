import type pg from 'pg';

/** How large a city is. */
export interface City {
  readonly people: number;
  readonly volunteers: number;
  /** Finished ones, each with an offer to three, a visit, a report and its history. */
  readonly requests: number;
  readonly news: number;
  readonly auditEntries: number;
  /** Volunteers of before it whose training and pledge end within a month. */
  readonly ending: number;
}

/** What fills a page of every list of the demonstration's own people, about 25 residents and 25 volunteers. */
export const FULL_PAGES: City = {
  people: 0,
  volunteers: 0,
  requests: 1_200,
  news: 4_000,
  auditEntries: 2_400,
  ending: 10,
};

/** Five years of a city that asks and helps every day. */
export const CITY: City = {
  people: 20_000,
  volunteers: 2_000,
  requests: 100_000,
  news: 400_000,
  auditEntries: 5_000_000,
  ending: 0,
};

/** How far back the copies lie: the first of `total` yesterday, the last five years ago. */
export const ago = (total: string) => `interval '5 years' * (k::float8 / ${total})`;

/** How rows are copied; `k` is the number of the copy, `t` the row. */
export interface Copying {
  /** Part of the ids of copies, so that what is copied twice gets others. */
  readonly era: string;
  readonly times: number;
  /** A query for the ids that each copy has of its own. */
  readonly ids: string;
  /** How much earlier the copy's times lie. */
  readonly shift?: string;
  /** A person, the table (`n`, `id`) of those who take their place, and which of them. */
  readonly persons?: readonly (readonly [person: string, pool: string, n: string])[];
  /** Column → expression, in whichever table has it. */
  readonly overrides?: Readonly<Record<string, string>>;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly domain: string | null;
}

/** Copies the rows of a table that the condition names; whatever names a copied row names its copy. */
export async function copyRows(client: pg.Client, table: string, where: string, how: Copying): Promise<void> {
  const [schema, name] = table.split('.');
  const { rows: columns } = await client.query<Column>(
    `select column_name as name, data_type as type, domain_name as domain from information_schema.columns
     where table_schema = $1 and table_name = $2 and is_identity = 'NO' and is_generated = 'NEVER'`,
    [schema, name],
  );
  const pools = (how.persons ?? []).map(
    ([, pool, n], index) => `join ${pool} p${index} on p${index}.n = (${n}) % (select count(*) from ${pool})`,
  );
  await client.query(
    `insert into ${table} (${columns.map((column) => column.name).join(', ')})
     select ${columns.map((column) => expressionOf(column, how)).join(', ')}
     from ${table} t cross join generate_series(1, ${how.times}) k ${pools.join(' ')} where ${where}
     on conflict do nothing`,
  );
}

function expressionOf({ name, type, domain }: Column, how: Copying): string {
  const own = how.overrides?.[name];
  if (own) return own;
  // Words were forgotten: five years of them are not kept.
  if (domain === 'sealed_text') return `case when t.${name} is null then null else '' end`;
  if (type === 'uuid') {
    const persons = (how.persons ?? []).map(([id], index) => `when t.${name} = '${id}' then p${index}.id`);
    return `case ${persons.join(' ')} when t.${name} in (${how.ids}) then md5(t.${name}::text || '/${how.era}/' || k)::uuid else t.${name} end`;
  }
  if (how.shift && (type.startsWith('timestamp') || type === 'date'))
    return `(t.${name} - ${how.shift})${type === 'date' ? '::date' : ''}`;
  return `t.${name}`;
}
