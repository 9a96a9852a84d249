import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';

/**
 * Takes back the events that this transaction has published so far, so that no listener hears of them: for a past
 * that is told after the fact, whose news nobody waits for. Events published later in the transaction are heard.
 */
export async function forgetEvents(tx: Tx): Promise<void> {
  await sql`delete from graphile_worker._private_jobs
    where created_at = transaction_timestamp() and task_id = (
      select id from graphile_worker._private_tasks where identifier = 'tell-listeners')`.execute(tx);
}
