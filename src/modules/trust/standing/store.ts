import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';

/** Everybody who may be asked to help at an instant. One query. */
export async function approvedVolunteerIds(
  db: Database,
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const found = await sql<{ person_id: string }>`
    select person_id from trust.approved_volunteers(${now}::timestamptz)`.execute(db);
  return new Set(found.rows.map((row) => row.person_id));
}

/** Whether somebody may be asked to help at an instant: approved, every required step holds, not paused or suspended. */
export async function isApprovedVolunteer(db: Database, id: string, now: Temporal.Instant): Promise<boolean> {
  const found = await sql`
    select from trust.approved_volunteers(${now}::timestamptz) where person_id = ${id}::uuid`.execute(db);
  return found.rows.length > 0;
}
