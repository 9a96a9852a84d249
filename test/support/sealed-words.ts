import { sql } from 'kysely';
import pg from 'pg';
import { personalDataMaps } from '../../src/modules.ts';
import type { Database } from '../../src/platform/database/connect.ts';
import type { Seal, Sealed } from '../../src/platform/sealed/seal.ts';

/** What the database holds in a sealed column of one row; null when it does not open there. */
export interface OpenedWords {
  readonly column: string;
  readonly text: string | null;
}

/** Opens everything that is sealed, by what the maps of personal data say of columns and rows. */
export async function openAllWords(db: Database, seal: Seal): Promise<OpenedWords[]> {
  const opened: OpenedWords[] = [];
  for (const { table, column, row } of sealedColumns()) {
    const { rows } = await sql<{ place: string; words: Sealed }>`
      select concat_ws(' ', ${sql.raw(row.join(', '))}) as place, ${sql.ref(column)} as words
      from ${sql.table(table)} where ${sql.ref(column)} <> ''`.execute(db);
    const name = `${table}.${column}`;
    for (const { place, words } of rows)
      opened.push({ column: name, text: seal.tryOpen(words, `${name} ${place}`) });
  }
  return opened;
}

/** Every column that a map calls sealed, and by which columns its rows are known. */
export function sealedColumns(): { table: string; column: string; row: readonly string[] }[] {
  return personalDataMaps.flatMap((map) =>
    Object.entries(map).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, known]) =>
        known !== 'none' && known.sealed ? [{ table, column, row: known.sealed }] : [],
      ),
    ),
  );
}

/** What is sealed, and every link, is random letters: four of them make a name once in some dozens of runs. A short name has to stand by itself. */
const BY_CHANCE = /^[A-Za-z]{1,6}$/;

/** The tables, of every schema that isn't PostgreSQL's own, in which some words can be read by whoever has a dump. */
export async function tablesTelling(ownerUrl: string, words: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    const telling: string[] = [];
    for (const { name } of tables) {
      const { rowCount } = await client.query(
        `select from ${name} as entry
         where case when $2 then to_jsonb(entry)::text ~ ('(?<![A-Za-z0-9+/_-])' || $1 || '(?![A-Za-z0-9+/_-])')
             else position($1 in to_jsonb(entry)::text) > 0 end
           or position(encode(convert_to($1, 'UTF8'), 'hex') in to_jsonb(entry)::text) > 0
         limit 1`,
        [words, BY_CHANCE.test(words)],
      );
      if (rowCount) telling.push(name);
    }
    return telling;
  } finally {
    await client.end();
  }
}

/** What PostgreSQL has sampled of our columns for its planner, with the samples; of rows that are gone since as well. */
export async function listSamples(ownerUrl: string): Promise<{ column: string; samples: string }[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query(`select concat_ws('.', schemaname, tablename, attname) as column,
      concat(most_common_vals::text, histogram_bounds::text) as samples
      from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`);
    return rows;
  } finally {
    await client.end();
  }
}
