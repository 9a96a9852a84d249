import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** No job of ours takes this long: one that is still locked was taken by a worker that is no more. */
const ABANDONED_AFTER_MINUTES = 5;

/** Gives back the jobs that killed workers had taken; the queue by itself waits for four hours. */
export async function unlockAbandoned(db: Database): Promise<void> {
  await sql`select graphile_worker.force_unlock_workers(coalesce(array_agg(distinct locked_by), '{}'))
    from graphile_worker.jobs
    where locked_at < now() - make_interval(mins => ${ABANDONED_AFTER_MINUTES}) having count(*) > 0`.execute(
    db,
  );
}
