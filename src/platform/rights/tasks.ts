import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Task } from '../jobs/task.ts';
import type { PersonalDataMap } from '../personal-data.ts';
import { forget } from './forget.ts';

/** Jobs that failed for good tell why for a month; a mail among them has an address and words. */
const FAILED_JOBS_ARE_KEPT = { hours: 30 * 24 };

/** Forgets every hour what the maps say, and every night what the queue still holds of failures. */
export function forgetTasks(maps: readonly PersonalDataMap[]): readonly Task[] {
  return [
    {
      name: 'forget',
      cron: '20 * * * *',
      async run(_payload, { db, clock }) {
        await forget(db, maps, clock());
      },
    },
    {
      name: 'forget-jobs',
      cron: '50 18 * * *',
      run: (_payload, { db, clock }) => deleteFailedJobs(db, clock().subtract(FAILED_JOBS_ARE_KEPT)),
    },
  ];
}

/** Deletes jobs that nothing tries again and that were tried last before an instant. */
async function deleteFailedJobs(db: Database, before: Temporal.Instant): Promise<void> {
  await sql`delete from graphile_worker._private_jobs
    where attempts >= max_attempts and locked_at is null and updated_at < ${before}::timestamptz`.execute(db);
}
