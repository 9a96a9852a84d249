import { sql } from 'kysely';
import type { Database } from '../../database/connect.ts';

/** What decides whether people are sent to this process, and how the worker keeps up, which does not. */
export interface Readiness {
  /** How many steps of the schema this program knows and the database lacks; one that is ahead lacks none. */
  readonly lacking: number;
  /** For how many seconds the job whose turn it is has been due; 0 where none is. */
  readonly lagSeconds: number;
}

/**
 * One question that costs next to nothing, whoever asks and however often: the queue's own index says whose turn it is.
 * @param steps names of the steps of the schema that this program knows
 */
export async function readReadiness(db: Database, steps: readonly string[]): Promise<Readiness> {
  const { rows } = await sql<Readiness>`
    select (select count(*) from unnest(${steps}::text[]) as step
        where not exists (select from public.migrations where name = step))::int as lacking,
      greatest(0, coalesce((select extract(epoch from now() - run_at) from graphile_worker._private_jobs
        where is_available order by priority, run_at limit 1), 0))::float8 as "lagSeconds"`.execute(db);
  return rows[0] ?? { lacking: 0, lagSeconds: 0 };
}
