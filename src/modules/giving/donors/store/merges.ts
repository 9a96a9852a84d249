import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { By } from '../../types.ts';
import type { Taken } from '../merge/rules.ts';
import type { Donor } from '../types.ts';
import { allOf } from './standing.ts';

const taken = sealedColumn('giving.donor_merges.taken');

/** That somebody was merged into another, as far as it can be taken apart. */
export interface Merge {
  readonly id: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly standingId: string;
  readonly at: Temporal.Instant;
  readonly by: string | null;
}

/** Points a donor, and whoever was merged into them, at the one who stands. */
export async function insertMerge(
  tx: Tx,
  merge: { readonly standing: Donor; readonly merged: Donor; readonly taken: Taken; readonly by: By },
): Promise<void> {
  const id = crypto.randomUUID();
  const { standing: one, merged, by } = merge;
  await tx
    .insertInto('giving.donor_merges')
    .values({
      id,
      merged_id: merged.id,
      standing_id: one.id,
      followed: sql`array(select id from giving.donors where merged_into = ${merged.id}::uuid)`,
      has_gifts: sql<boolean>`exists (select from giving.gifts
        where donor_id in ${allOf([merged.id])})`,
      merged_at: by.now,
      merged_by: by.personId,
      taken: taken.seal(tx, id, JSON.stringify(merge.taken)),
    })
    .execute();
  await tx
    .updateTable('giving.donors')
    .set({ merged_into: one.id })
    .where((is) => is.or([is('id', '=', merged.id), is('merged_into', '=', merged.id)]))
    .execute();
}

/** Whose account a donor is; null: nobody's any more. */
export async function setAccount(tx: Tx, donorId: string, personId: string | null): Promise<void> {
  await tx
    .updateTable('giving.donors')
    .set((eb) => ({ person_id: personId, version: eb('version', '+', 1) }))
    .where('id', '=', donorId)
    .execute();
}

const kept = (db: Database) =>
  db
    .selectFrom('giving.donor_merges as m')
    .innerJoin('giving.donors as d', 'd.id', 'm.merged_id')
    .select(['m.id', 'm.merged_id', 'm.standing_id', 'm.merged_at', 'm.merged_by', 'm.taken', 'd.name'])
    .where('m.undone_at', 'is', null)
    .where('m.forgotten_at', 'is', null)
    .where('d.forgotten_at', 'is', null);

/** Who was merged into one who stands and can be taken apart again, the last first. */
export async function listMerges(db: Database, standingId: string): Promise<Merge[]> {
  const rows = await kept(db)
    .where('m.standing_id', '=', standingId)
    .orderBy('m.merged_at', 'desc')
    .orderBy('m.id')
    .limit(20)
    .execute();
  return rows.map(toMerge);
}

/** @returns null where there is none that can be taken apart */
export async function findMerge(
  db: Database,
  id: string,
): Promise<(Merge & { readonly taken: Taken }) | null> {
  const row = await kept(db).where('m.id', '=', id).executeTakeFirst();
  const words = row?.taken ? taken.tryOpen(db, id, row.taken) : null;
  return row && words ? { ...toMerge(row), taken: JSON.parse(words) as Taken } : null;
}

function toMerge(row: Awaited<ReturnType<ReturnType<typeof kept>['execute']>>[number]): Merge {
  return {
    id: row.id,
    mergedId: row.merged_id,
    mergedName: row.name,
    standingId: row.standing_id,
    at: row.merged_at,
    by: row.merged_by,
  };
}

/** Makes whoever was merged one who stands, with those who had been merged into them before. */
export async function undoMerge(tx: Tx, { id, mergedId, standingId }: Merge, by: By): Promise<void> {
  await tx
    .updateTable('giving.donors')
    .set((eb) => ({
      merged_into: sql<string | null>`nullif(${mergedId}::uuid, id)`,
      version: eb('version', '+', 1),
    }))
    .where('merged_into', '=', standingId)
    .where(
      sql<boolean>`(id = ${mergedId}::uuid or id = any(select unnest(followed) from giving.donor_merges where id = ${id}::uuid))`,
    )
    .execute();
  await tx
    .updateTable('giving.donor_merges')
    .set({ undone_at: by.now, undone_by: by.personId })
    .where('id', '=', id)
    .execute();
}

/** What somebody has given, themselves and as whoever was merged into them. */
export interface Brought {
  readonly gifts: number;
  readonly total: number;
  readonly promises: number;
}

export async function readBrought(db: Database, donorId: string): Promise<Brought> {
  const theirs = allOf([donorId]);
  const { rows } = await sql<{ gifts: number; total: number; promises: number }>`
    select count(*)::int as gifts, coalesce(sum(amount_jpy - returned_jpy), 0)::bigint as total,
      (select count(*)::int from giving.promises where donor_id in ${theirs}
        and state in ('active', 'paused', 'card_failed')) as promises
    from giving.gifts where donor_id in ${theirs}`.execute(db);
  const [row = { gifts: 0, total: 0, promises: 0 }] = rows;
  return { ...row, total: Number(row.total) };
}
