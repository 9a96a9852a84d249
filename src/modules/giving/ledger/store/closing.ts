import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';

/** The last day that takes no more entries. */
export async function findClosedUntil(db: Database): Promise<Temporal.PlainDate> {
  const row = await db.selectFrom('giving.books').select('closed_until').executeTakeFirstOrThrow();
  return row.closed_until;
}

/** A day, or the first that is open after it. */
export const firstOpenFrom = (day: Temporal.PlainDate) =>
  sql<Temporal.PlainDate>`greatest(${day}::date, (select closed_until + 1 from giving.books))`;
