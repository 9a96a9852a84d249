import { randomUUID } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import { freeSlots } from '../../../kits/slots/index.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { PairsIntroductions } from '../../../platform/database/generated.ts';
import { sealedColumn } from '../../../platform/sealed/column.ts';
import type { Introduction } from '../types.ts';

const whereWords = sealedColumn('pairs.introductions.where_words');

export type NewIntroduction = Pick<
  Introduction,
  'pairId' | 'hostId' | 'startsAt' | 'endsAt' | 'place' | 'setBy'
> & { readonly whereWords: string; readonly now: Temporal.Instant };

/**
 * Sets when a pair meets, in the place of a time set before; the time that was kept open for that one is open again.
 * @returns its id
 */
export async function setIntroduction(tx: Tx, introduction: NewIntroduction): Promise<string> {
  const former = await findIntroduction(tx, introduction.pairId);
  if (former) await freeSlots(tx, [former.id]);
  const id = former?.id ?? randomUUID();
  const values = {
    host_id: introduction.hostId,
    starts_at: introduction.startsAt,
    ends_at: introduction.endsAt,
    place: introduction.place,
    where_words: whereWords.seal(tx, id, introduction.whereWords),
    set_by: introduction.setBy,
    set_at: introduction.now,
    called_off_at: null,
  };
  await tx
    .insertInto('pairs.introductions')
    .values({ id, pair_id: introduction.pairId, ...values })
    .onConflict((conflict) =>
      conflict.column('pair_id').doUpdateSet({ ...values, sequence: sql`introductions.sequence + 1` }),
    )
    .execute();
  return id;
}

/** That of a pair, called off or not. */
export async function findIntroduction(db: Database, pairId: string): Promise<Introduction | null> {
  const row = await db
    .selectFrom('pairs.introductions')
    .selectAll()
    .where('pair_id', '=', pairId)
    .executeTakeFirst();
  return row ? toIntroduction(db, row) : null;
}

/** Calls off what a pair had agreed on, and opens its time again. */
export async function callOffIntroduction(tx: Tx, pairId: string, at: Temporal.Instant): Promise<void> {
  const row = await tx
    .updateTable('pairs.introductions')
    .set({ called_off_at: at, sequence: sql`sequence + 1` })
    .where('pair_id', '=', pairId)
    .where('starts_at', '>', at)
    .returning('id')
    .executeTakeFirst();
  if (row) await freeSlots(tx, [row.id]);
}

/** The pairs of introductions, by the introductions' ids. */
export async function pairsOfIntroductions(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('pairs.introductions')
    .select(['id', 'pair_id'])
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row.pair_id]));
}

function toIntroduction(db: Database, row: Selectable<PairsIntroductions>): Introduction {
  return {
    id: row.id,
    pairId: row.pair_id,
    hostId: row.host_id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    place: row.place as Introduction['place'],
    whereWords: whereWords.open(db, row.id, row.where_words),
    sequence: row.sequence,
    setBy: row.set_by,
    calledOffAt: row.called_off_at,
  };
}
