import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';

/** A step or the insurance of an approved volunteer whose end is near or over. */
export interface DueRenewal {
  readonly personId: string;
  readonly subject: string;
  /** The first day on which it no longer holds. */
  readonly untilOn: Temporal.PlainDate;
}

/**
 * Steps of approved volunteers whose time to renew has come under the policy in force, the most urgent first. A required
 * step that was never taken ended when the policy began to ask for it.
 */
export async function listDueRenewals(
  db: Database,
  now: Temporal.Instant,
  limit: number,
): Promise<DueRenewal[]> {
  const found = await sql<{ person_id: string; step: string; until_on: Temporal.PlainDate }>`
    select person_id, step::text, until_on from (
      select a.person_id, s.step, s.remind_days, coalesce(
        (max(c.done_on) + make_interval(months => s.valid_months))::date,
        case when count(c.id) = 0 and s.demand = 'required' then (p.valid_from at time zone 'Asia/Tokyo')::date end
      ) as until_on
      from trust.applications a
      cross join trust.policies p
      join trust.policy_steps s on s.policy_id = p.id
      left join trust.completions c on c.person_id = a.person_id and c.step = s.step
      where a.state = 'approved' and p.id = trust.policy_at(${now}::timestamptz) and s.demand <> 'off'
      group by a.person_id, s.step, s.remind_days, s.valid_months, s.demand, p.valid_from) as ends
    where until_on - remind_days <= (${now}::timestamptz at time zone 'Asia/Tokyo')::date
    order by until_on, person_id, step
    limit ${limit}`.execute(db);
  return found.rows.map((row) => ({ personId: row.person_id, subject: row.step, untilOn: row.until_on }));
}

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

/** Keeps that somebody is reminded of an end. @returns whether it is the first time */
export async function markReminded(tx: Tx, due: DueRenewal, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('trust.renewal_reminders')
    .values({ person_id: due.personId, subject: due.subject, until_on: due.untilOn, reminded_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}
