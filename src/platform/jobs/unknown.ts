import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/** Jobs that wait under a name that no task has: of a version of the program before this one, or after it. */
export interface UnknownTask {
  readonly task: string;
  readonly jobs: number;
}

/** Jobs whose time came an hour ago or earlier, and whose task is not among these. They wait and hold nothing up. */
export async function listUnknownTasks(db: Database, known: readonly string[]): Promise<UnknownTask[]> {
  const { rows } = await sql<UnknownTask>`
    select task_identifier as task, count(*)::int as jobs from graphile_worker.jobs
    where not (task_identifier = any(${known})) and run_at < now() - interval '1 hour'
    group by task_identifier order by task_identifier`.execute(db);
  return rows;
}
