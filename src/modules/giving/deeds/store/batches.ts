import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { allOf } from '../../donors/store/standing.ts';
import { type Batch, type DeedKind, type DeedLetters, LEAST_TOGETHER } from '../types.ts';

/**
 * Puts deeds of a kind together that are paid for whole and were done before a month, where they are of five different visits
 * or pairs at least; fewer wait for more.
 */
export async function closeBatch(
  tx: Tx,
  {
    kind,
    before,
    now,
  }: { readonly kind: DeedKind; readonly before: Temporal.PlainDate; readonly now: Temporal.Instant },
): Promise<void> {
  const rows = await tx
    .selectFrom('giving.deeds')
    .select(['id', 'object_id', 'done_in', 'cost_jpy'])
    .where('kind', '=', kind)
    .where('batch_id', 'is', null)
    .whereRef('claimed_jpy', '=', 'cost_jpy')
    .where('done_in', '<', before)
    .orderBy('done_in')
    .forUpdate()
    .execute();
  const [first, last] = [rows.at(0), rows.at(-1)];
  if (!first || !last || new Set(rows.map((row) => row.object_id)).size < LEAST_TOGETHER) return;
  const { id } = await tx
    .insertInto('giving.deed_batches')
    .values({
      kind,
      from_month: first.done_in,
      to_month: last.done_in,
      deeds: rows.length,
      cost_jpy: rows.reduce((sum, row) => sum + (row.cost_jpy ?? 0), 0),
      closed_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const ids = rows.map((row) => row.id);
  await tx
    .updateTable('giving.deeds')
    .set({ batch_id: id })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** Gifts that have paid for something of a batch of which nobody was told, by who gave them. */
export async function listUntold(
  db: Database,
): Promise<{ giftId: string; batchId: string; donorId: string }[]> {
  const rows = await db
    .selectFrom('giving.deed_shares as s')
    .innerJoin('giving.deeds as d', 'd.id', 's.deed_id')
    .innerJoin('giving.gifts as g', 'g.id', 's.gift_id')
    .select(['s.gift_id', 'd.batch_id', 'g.donor_id'])
    .distinct()
    .where('d.batch_id', 'is not', null)
    .where('g.donor_id', 'is not', null)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom('giving.deed_letters as l')
            .select('l.gift_id')
            .whereRef('l.gift_id', '=', 's.gift_id')
            .whereRef('l.batch_id', '=', 'd.batch_id'),
        ),
      ),
    )
    .execute();
  return rows.flatMap(({ gift_id: giftId, batch_id: batchId, donor_id: donorId }) =>
    batchId && donorId ? [{ giftId, batchId, donorId }] : [],
  );
}

/** @returns whether this was the first time */
export async function insertLetter(
  tx: Tx,
  letter: { readonly giftId: string; readonly batchId: string; readonly now: Temporal.Instant },
): Promise<boolean> {
  const written = await tx
    .insertInto('giving.deed_letters')
    .values({ gift_id: letter.giftId, batch_id: letter.batchId, told_at: letter.now })
    .onConflict((conflict) => conflict.columns(['gift_id', 'batch_id']).doNothing())
    .returning('gift_id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Which batches some donors were told of. */
export async function listBatchIdsTold(db: Database, donorIds: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('giving.deed_letters as l')
    .innerJoin('giving.gifts as g', 'g.id', 'l.gift_id')
    .select('l.batch_id')
    .distinct()
    .where(sql<boolean>`g.donor_id in ${allOf(donorIds)}`)
    .execute();
  return rows.map((row) => row.batch_id);
}

/** Has some donors told by mail of what their gifts were part of, or not. */
export async function setDeedLetters(
  tx: Tx,
  donorIds: readonly string[],
  letters: DeedLetters,
): Promise<void> {
  await tx
    .updateTable('giving.donors')
    .set((is) => ({ wants_letters: letters === 'by_mail', version: is('version', '+', 1) }))
    .where(sql<boolean>`id = any(${[...donorIds]}::uuid[])`)
    .execute();
}

/** In the order of time. */
export async function listBatches(db: Database, ids: readonly string[]): Promise<Batch[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('giving.deed_batches')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('from_month')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as DeedKind,
    deeds: row.deeds,
    from: row.from_month,
    to: row.to_month,
    cost: row.cost_jpy,
  }));
}
