import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { ASK_AFTER_DAYS, EXPIRE_AFTER_DAYS } from '../rules.ts';

/** Whether a proposal or a pair of an application is under way. */
export async function isHeld(db: Database, applicationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('pairs.held_places')
    .select('place')
    .where('application_id', '=', applicationId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** At most so many are asked, or expire, in a night: the longest silent first. */
const MOST_AT_ONCE = 500;

/** Who has said nothing for long, is in no proposal or pair, and was not asked yet. */
export function listToAsk(db: Database, now: Temporal.Instant): Promise<string[]> {
  const before = now.subtract({ hours: 24 * ASK_AFTER_DAYS });
  return listSilent(db, sql`a.asked_whether_at is null and a.heard_at < ${before}::timestamptz`);
}

/** Who was asked long ago and has not answered. */
export function listToExpire(db: Database, now: Temporal.Instant): Promise<string[]> {
  const before = now.subtract({ hours: 24 * EXPIRE_AFTER_DAYS });
  return listSilent(db, sql`a.asked_whether_at < ${before}::timestamptz`);
}

async function listSilent(db: Database, isDue: ReturnType<typeof sql>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from pairs.applications a
    where a.state in ('ready', 'paused') and ${isDue}
      and not exists (select from pairs.held_places h where h.application_id = a.id)
    order by a.heard_at, a.id limit ${MOST_AT_ONCE}`.execute(db);
  return rows.map(({ id }) => id);
}
