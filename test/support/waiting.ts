import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/connect.ts';
import { until } from './until.ts';

/** Until so many sessions of this database wait for a table or an advisory lock that others hold. */
export async function untilSomebodyWaits(db: Database, count = 1): Promise<void> {
  await until(async () => {
    const { rows } = await sql`select from pg_locks where not granted
      and database = (select oid from pg_database where datname = current_database())`.execute(db);
    return rows.length >= count;
  });
}

/** Until somebody waits for a row that a transaction of another holds. */
export async function untilSomebodyWaitsForARow(db: Database): Promise<void> {
  await until(async () => {
    // Such a lock belongs to no database.
    const { rows } = await sql`select from pg_locks where not granted and locktype = 'transactionid'`.execute(
      db,
    );
    return rows.length > 0;
  });
}
