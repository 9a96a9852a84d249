import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';

/**
 * Counts a try within a fixed window of some minutes.
 * @returns whether this try is still within the limit
 */
export async function isWithinLimit(
  db: Database,
  limit: { subject: string; tries: number; minutes: number },
  now: Temporal.Instant,
): Promise<boolean> {
  const window = limit.minutes * 60_000;
  const startedAt = Temporal.Instant.fromEpochMilliseconds(
    Math.floor(now.epochMilliseconds / window) * window,
  );
  const counted = await db
    .insertInto('platform.rate_windows')
    .values({ subject: limit.subject, started_at: startedAt })
    .onConflict((conflict) =>
      conflict.columns(['subject', 'started_at']).doUpdateSet({ tries: sql`rate_windows.tries + 1` }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return counted.tries <= limit.tries;
}
