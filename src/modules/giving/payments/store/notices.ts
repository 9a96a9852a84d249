import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { Notice } from '../provider.ts';

/** @returns whether it is heard of for the first time */
export async function insertNotice(tx: Tx, notice: Notice, now: Temporal.Instant): Promise<boolean> {
  const written = await tx
    .insertInto('giving.provider_events')
    .values({
      id: notice.id,
      type: notice.type,
      kind: notice.kind,
      object_id: notice.objectId,
      happened_at: notice.at,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return written !== undefined;
}

/** Begins a look at the provider. @returns its place among all looks, and the notices that it answers */
export async function beginLook(
  db: Database,
  objectId: string,
): Promise<{ look: number; notices: string[] }> {
  const notices = await db
    .selectFrom('giving.provider_events')
    .select('id')
    .where('object_id', '=', objectId)
    .where('done_at', 'is', null)
    .execute();
  // Only behind the notices: what they tell of is there when the look begins.
  const { rows } = await sql<{
    look: number;
  }>`select nextval('giving.provider_looks')::bigint as look`.execute(db);
  return { look: Number(rows[0]?.look), notices: notices.map(({ id }) => id) };
}

/** Claims a thing for what a look has seen, and makes rivals wait. @returns false where a later look has been taken in */
export async function claimObject(
  tx: Tx,
  { objectId, look, now }: { objectId: string; look: number; now: Temporal.Instant },
): Promise<boolean> {
  const claimed = await tx
    .insertInto('giving.provider_objects')
    .values({ id: objectId, look, looked_at: now })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ look, looked_at: now })
        .where('giving.provider_objects.look', '<', look),
    )
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function markDone(tx: Tx, ids: readonly string[], now: Temporal.Instant): Promise<void> {
  if (ids.length === 0) return;
  await tx.updateTable('giving.provider_events').set({ done_at: now }).where('id', 'in', ids).execute();
}

/** Things that were told of before an instant and not taken in, for a job that was lost. */
export function listLeft(db: Database, before: Temporal.Instant) {
  return db
    .selectFrom('giving.provider_events')
    .select(['object_id as objectId', 'kind'])
    .distinct()
    .where('done_at', 'is', null)
    .where('recorded_at', '<', before)
    .limit(500)
    .execute();
}

/** How many things were told of before an instant and do not stand in our books yet. */
export async function countLeft(db: Database, before: Temporal.Instant): Promise<number> {
  const { count } = await db
    .selectFrom('giving.provider_events')
    .select(({ fn }) => fn.count<string>('object_id').distinct().as('count'))
    .where('done_at', 'is', null)
    .where('recorded_at', '<', before)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** When something of a kind was told of last; null: never, as far as is kept. */
export interface LastNotice {
  readonly type: string;
  readonly at: Temporal.Instant | null;
}

/** The last notice of each of these kinds, in their order. */
export async function listLastNotices(db: Database, types: readonly string[]): Promise<LastNotice[]> {
  const { rows } = await sql<LastNotice>`
    select type, (select happened_at from giving.provider_events e where e.type = kind.type
      order by happened_at desc limit 1) as at
    from unnest(${types}::text[]) with ordinality as kind (type, place) order by place`.execute(db);
  return rows;
}
