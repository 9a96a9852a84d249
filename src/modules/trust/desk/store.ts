import { sql } from 'kysely';
import { type Database, readInstant } from '../../../platform/database/connect.ts';
import { type Question, question } from '../../../platform/database/questions.ts';

/** Approved volunteers, by the newest approval first, whom no insurance covers on a day; at most so many, or all. */
export async function listUninsured(
  db: Database,
  on: Temporal.PlainDate,
  limit: number | null,
): Promise<string[]> {
  const found = await sql<{ person_id: string }>`
    select a.person_id from trust.applications a
    where a.state = 'approved' and not exists (
      select from trust.insurance_years i
      where i.person_id = a.person_id and i.starts_on <= ${on}::date and i.until_on > ${on}::date)
    order by a.decided_at desc, a.person_id limit ${limit}`.execute(db);
  return found.rows.map((row) => row.person_id);
}

/** What waits for a coordinator: how much of it, and since when the oldest does. */
export interface Waiting {
  readonly kind: 'concerns' | 'applications';
  readonly count: number;
  readonly since: Temporal.Instant;
}

/**
 * Concerns that nobody has looked into and applicants whose next step is ours, as `nextStaffAct` and `isOurTurn` say; of
 * either nothing about whoever reads. What nothing waits of is left out.
 */
export function waitingOnDesk(readerId: string | null, now: Temporal.Instant): Question<readonly Waiting[]> {
  // Hidden from the planner, which would plan the whole desk anew for each instant.
  const at = sql`(select ${now}::timestamptz)`;
  const interview = sql`
    select from trust.interviews i
    where i.person_id = a.person_id and i.outcome is null and i.cancelled_at is null and i.starts_at`;
  const statement = sql`
    select 'concerns' as kind, count(*), min(raised_at) as since
    from trust.concerns where state = 'raised' and about_person_id is distinct from ${readerId}::uuid having count(*) > 0
    union all
    select 'applications', count(*), min(a.submitted_at)
    from trust.applications a left join lateral (
      select s.step from trust.policy_steps s
      where s.policy_id = trust.policy_at(${at}) and s.demand = 'required' and not exists (
        select from trust.completions c where c.person_id = a.person_id and c.step = s.step
          and c.done_on <= (${at} at time zone 'Asia/Tokyo')::date)
      order by s.position, s.step limit 1
    ) as missing on true
    where a.state = 'submitted' and a.person_id is distinct from ${readerId}::uuid and (
      exists (${interview} <= ${at})
      or missing.step is null or missing.step <> 'pledge' and (missing.step <> 'interview' or not exists (${interview} > ${at})))
    having count(*) > 0`;
  return question<Waiting, readonly Waiting[]>(statement, (rows) =>
    rows.map((row) => ({ ...row, since: readInstant(row.since) })),
  );
}
