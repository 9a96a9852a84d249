import { sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';
import { type Question, standingQuestion } from '../../../../platform/database/questions.ts';

/** After so many days in the pool without a proposal, a coordinator thinks of somebody by themselves. */
const LONG_DAYS = 60;

/** What of the pool and its rounds waits for coordinators: how much of a kind, and since when. */
export interface PoolOnDesk {
  readonly kind: 'rounds' | 'long_waits';
  readonly count: number;
  readonly since: Temporal.Instant;
}

/** Rounds that are worked out and not published, and residents who have waited long; a kind without any is not there. */
export function poolOnDesk(now: Temporal.Instant): Question<readonly PoolOnDesk[]> {
  return waiting({ before: now.subtract({ hours: 24 * LONG_DAYS }) });
}

const waiting = standingQuestion<{ readonly before: Temporal.Instant }, PoolOnDesk, readonly PoolOnDesk[]>(
  ({ before }) => sql`
    select 'rounds' as kind, count(*)::int as count, min(solved_at) as since
    from pairs.rounds where state = 'solved' having count(*) > 0
    union all
    select 'long_waits', count(*)::int, min(ready_at) from pairs.applications a
    where side = 'resident' and state = 'ready' and ready_at < ${before}::timestamptz
      and not exists (select from pairs.held_places h where h.application_id = a.id)
    having count(*) > 0`,
  (rows) => rows.map((row) => ({ ...row, since: readInstant(row.since) })),
);
