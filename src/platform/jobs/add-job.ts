import { sql } from 'kysely';
import type { Tx } from '../database/connect.ts';

interface JobOptions {
  /** Not before this instant. */
  readonly runAt?: Temporal.Instant;
  /** A job with the same key that hasn't begun is replaced, so that there is never more than one. */
  readonly key?: string;
  /** Jobs of one queue are done one after the other. */
  readonly queue?: string;
  /** How often it is tried, with growing pauses; 12 times unless said. */
  readonly tries?: number;
}

/** Enqueues a job in the caller's transaction. */
export async function addJob(tx: Tx, task: string, payload: object, options: JobOptions = {}): Promise<void> {
  await sql`select graphile_worker.add_job(${task}, payload := ${JSON.stringify(payload)}::json,
    queue_name := ${options.queue ?? null}, run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key ?? null}, max_attempts := ${options.tries ?? 12})`.execute(
    tx,
  );
}
