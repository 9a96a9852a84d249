import { sql } from 'kysely';
import type { Tx } from './connect.ts';

/**
 * Makes rival transactions that name the same thing wait for each other until this one ends, however long that takes:
 * the transaction's statements have no time limit from here on.
 * @param name what is locked, such as `demonstration`
 */
export async function lockUntilCommit(tx: Tx, name: string): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(tx);
  await sql`set local lock_timeout = 0`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(tx);
}
