import { type RawBuilder, sql } from 'kysely';
import { type Database, sealOf } from '../database/connect.ts';
import type { PersonalDataMap } from '../personal-data.ts';
import type { Sealed } from '../sealed/seal.ts';
import { leadsTo } from './erase.ts';
import { listRuled, type Ruled } from './ruled.ts';

/** What one table holds of somebody under one name, for themselves. */
export interface OwnRows {
  readonly name: string;
  readonly table: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** All rows that the maps call a person's own, with the columns that are theirs to have, opened. Nothing that tells of others. */
export async function readOwnRows(
  db: Database,
  maps: readonly PersonalDataMap[],
  personId: string,
): Promise<OwnRows[]> {
  const own: OwnRows[] = [];
  for (const one of listRuled(maps).filter(({ rule }) => rule.export === 'row' && rule.of)) {
    const rows = await readRows(db, one, personId);
    if (rows.length > 0) own.push({ name: one.rule.name, table: one.table, rows });
  }
  return own;
}

async function readRows(
  db: Database,
  one: Ruled,
  personId: string,
): Promise<readonly Record<string, unknown>[]> {
  const columns = one.columns.filter(({ export: out }) => out !== 'never');
  if (columns.length === 0 || !one.rule.of) return [];
  const picked = columns.flatMap((column): RawBuilder<unknown>[] => {
    const held = sql`${sql.ref(`t.${column.name}`)} as ${sql.ref(column.name)}`;
    if (!column.sealed) return [held];
    const row = sql.join(column.sealed.map((name) => sql.ref(`t.${name}`)));
    return [held, sql`concat_ws(' ', ${row}) as ${sql.ref(placeOf(column.name))}`];
  });
  const { rows } = await sql<
    Record<string, unknown>
  >`select ${sql.join(picked)} from ${sql.table(one.table)} as t
    where ${leadsTo(one.rule.of, personId)}`.execute(db);
  return rows.map((row) =>
    Object.fromEntries(
      columns.map(({ name, sealed }) => {
        const held = row[name];
        if (!sealed || held === null) return [name, held];
        return [name, sealOf(db).tryOpen(held as Sealed, `${one.table}.${name} ${row[placeOf(name)]}`)];
      }),
    ),
  );
}

const placeOf = (column: string) => `${column}_place`;
