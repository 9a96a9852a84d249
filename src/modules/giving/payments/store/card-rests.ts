import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';

/** A time in which nobody gives by card. */
export interface CardRest {
  readonly id: string;
  readonly beganAt: Temporal.Instant;
  /** How many cards had failed within the hour. */
  readonly failed: number;
  readonly openedAt: Temporal.Instant | null;
  readonly openedBy: string | null;
}

const MOST_SHOWN = 20;

/** Makes rivals wait who count cards, until the transaction ends. */
export async function lockCards(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('giving.cards', 0))`.execute(tx);
}

/** The newest first; only the first can be one that goes on. */
export async function listRests(db: Database): Promise<CardRest[]> {
  const rows = await db
    .selectFrom('giving.card_rests')
    .selectAll()
    .orderBy('began_at', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    beganAt: row.began_at,
    failed: row.failed,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
  }));
}

/** The one that goes on now. */
export async function findRest(
  db: Database,
): Promise<{ readonly id: string; readonly failed: number } | null> {
  const row = await db
    .selectFrom('giving.card_rests')
    .select(['id', 'failed'])
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** When somebody last opened again. */
export async function findLastOpening(db: Database): Promise<Temporal.Instant | null> {
  const { last } = await db
    .selectFrom('giving.card_rests')
    .select(({ fn }) => fn.max('opened_at').as('last'))
    .executeTakeFirstOrThrow();
  return last;
}

export async function insertRest(
  tx: Tx,
  { failed, now }: { readonly failed: number; readonly now: Temporal.Instant },
): Promise<string> {
  const { id } = await tx
    .insertInto('giving.card_rests')
    .values({ failed, began_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** @returns false for one that is over already, or never was */
export async function endRest(
  tx: Tx,
  id: string,
  by: { readonly personId: string | null; readonly now: Temporal.Instant },
): Promise<boolean> {
  const ended = await tx
    .updateTable('giving.card_rests')
    .set({ opened_at: by.now, opened_by: by.personId })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}
