import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';

/** The last day that takes no more entries. */
export async function findClosedUntil(db: Database): Promise<Temporal.PlainDate> {
  const row = await db.selectFrom('giving.books').select('closed_until').executeTakeFirstOrThrow();
  return row.closed_until;
}

/** A day, or the first that is open after it. */
export const firstOpenFrom = (day: Temporal.PlainDate) =>
  sql<Temporal.PlainDate>`greatest(${day}::date, (select closed_until + 1 from giving.books))`;

/** Waits for what is being booked. @returns the last closed day as it was until now */
export async function lockClosing(tx: Tx): Promise<Temporal.PlainDate> {
  const row = await tx
    .selectFrom('giving.books')
    .select('closed_until')
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.closed_until;
}

/** What occurred up to this day takes no more entries, from now on. */
export async function closeUntil(tx: Tx, day: Temporal.PlainDate): Promise<void> {
  await tx.updateTable('giving.books').set({ closed_until: day }).execute();
}
