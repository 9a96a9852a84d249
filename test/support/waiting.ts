import { sql } from 'kysely';
import type { Database } from '../../src/platform/database/connect.ts';
import { until } from './until.ts';

/** Until so many sessions of this database wait for what others hold; asked outside of any transaction. */
export async function untilSomebodyWaits(db: Database, count = 1): Promise<void> {
  await until(async () => {
    const { rows } = await sql`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`.execute(db);
    return rows.length >= count;
  });
}
