import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Alarm, AlarmKind } from '../rules/alarms.ts';

const words = sealedColumn('pairs.alarms.words');

/** Opens what was not opened before. @returns those that were opened now */
export async function openAlarms(
  tx: Tx,
  { pairId, alarms, now }: { pairId: string; alarms: readonly Alarm[]; now: Temporal.Instant },
): Promise<AlarmKind[]> {
  if (alarms.length === 0) return [];
  const rows = await tx
    .insertInto('pairs.alarms')
    .values(alarms.map(({ kind, cause }) => ({ pair_id: pairId, kind, cause, opened_at: now })))
    .onConflict((conflict) => conflict.columns(['pair_id', 'kind', 'cause']).doNothing())
    .returning('kind')
    .execute();
  return rows.map(({ kind }) => kind);
}

/** @returns whether it was open */
export async function closeAlarm(
  tx: Tx,
  closing: {
    readonly id: string;
    readonly pairId: string;
    readonly by: string;
    readonly words: string;
    readonly now: Temporal.Instant;
  },
): Promise<boolean> {
  const { id, pairId, by, now } = closing;
  const { numUpdatedRows } = await tx
    .updateTable('pairs.alarms')
    .set({ closed_at: now, closed_by: by, words: words.seal(tx, id, closing.words) })
    .where('id', '=', id)
    .where('pair_id', '=', pairId)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** An alarm as coordinators read it. */
export interface KeptAlarm extends Alarm {
  readonly id: string;
  readonly openedAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | null;
  readonly closedBy: string | null;
  readonly words: string | null;
}

/** The alarms of a pair: open ones first, then the newest. */
export async function listAlarms(db: Database, pairId: string): Promise<KeptAlarm[]> {
  const rows = await db
    .selectFrom('pairs.alarms')
    .selectAll()
    .where('pair_id', '=', pairId)
    .orderBy(sql`closed_at is not null`)
    .orderBy('opened_at', 'desc')
    .orderBy('id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    cause: row.cause,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    words: words.open(db, row.id, row.words),
  }));
}
