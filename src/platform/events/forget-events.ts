import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';
import type { Task } from '../jobs/task.ts';
import { TIME_ZONE } from '../languages/formats.tsx';

/** ISO 8601; the beginning that a later listener hears from lies no further back. */
export const EVENTS_ARE_KEPT = 'P365D';

/**
 * Takes back the news of what this transaction has published so far, and its mails, so that nobody is told of it: for a past
 * that is told after the fact. Events stay kept, and who hears from the beginning hears them. What comes later in the
 * transaction is told.
 */
export async function forgetEvents(tx: Tx): Promise<void> {
  await sql`delete from graphile_worker._private_jobs
    where created_at = transaction_timestamp() and task_id in (
      select id from graphile_worker._private_tasks where identifier like 'hear:%' or identifier = 'send-mail')`.execute(
    tx,
  );
}

/** Forgets every night what is older than events are kept. */
export const forgetEventsTask: Task = {
  name: 'forget-events',
  cron: '55 18 * * *',
  async run(_payload, { db, clock }) {
    const before = clock().toZonedDateTimeISO(TIME_ZONE).subtract(EVENTS_ARE_KEPT).toInstant();
    await sql`select platform.forget_events(${before}::timestamptz)`.execute(db);
  },
};
