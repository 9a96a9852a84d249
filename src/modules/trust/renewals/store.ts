import { type RawBuilder, sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';

/** A step or the insurance of an approved volunteer whose end is near or over. */
export interface Due {
  readonly personId: string;
  readonly subject: string;
  /** The first day on which it no longer holds. */
  readonly untilOn: Temporal.PlainDate;
}

/** A step to renew. */
export interface DueRenewal extends Due {
  readonly id: string;
}

/**
 * Steps of approved volunteers whose time to renew has come under the policy in force, the most urgent first, then what
 * was taken first. A required step that was never taken ended when the policy began to ask for it. As many rows are read
 * as are wanted of each step: what is taken earlier never ends later.
 */
export async function listDueRenewals(
  db: Database,
  now: Temporal.Instant,
  { after, limit }: Window,
): Promise<Page<DueRenewal>> {
  // In the text, as the first page is another one: a plan for all requests does not have to guess them.
  const most = sql.lit(limit + 1);
  const found = await sql<DueRenewal>`
    with asked as (
      select s.step, s.demand = 'required' as is_required, make_interval(months => s.valid_months) as lasts,
        (p.valid_from at time zone 'Asia/Tokyo')::date as asked_on,
        (${now}::timestamptz at time zone 'Asia/Tokyo')::date + s.remind_days as due_until
      from trust.policies p
      join trust.policy_steps s on s.policy_id = p.id
      where p.id = trust.policy_at(${now}::timestamptz) and s.demand <> 'off'
    ), behind as (${after === null ? FROM_THE_FIRST : endOf(after)})
    select due.id, due.person_id as "personId", asked.step::text as subject, due.until_on as "untilOn"
    from asked cross join behind cross join lateral (
      (select l.id, l.person_id, l.done_on, asked.asked_on as until_on
       from trust.last_steps l
       where asked.is_required and asked.asked_on <= asked.due_until and l.step = asked.step and l.done_on is null
         and (asked.asked_on, date '-infinity', l.id) > (behind.until_on, behind.done_on, behind.id)
       order by l.done_on nulls first, l.id limit ${most})
      union all
      -- Between two days that an index finds: months are of different lengths, by three days at the most.
      (select l.id, l.person_id, l.done_on, (l.done_on + asked.lasts)::date
       from trust.last_steps l
       where l.step = asked.step and (l.done_on + asked.lasts)::date <= asked.due_until
         and l.done_on <= (asked.due_until - asked.lasts)::date + 3
         and l.done_on >= (behind.until_on - asked.lasts)::date
         and ((l.done_on + asked.lasts)::date, l.done_on, l.id) > (behind.until_on, behind.done_on, behind.id)
       order by l.done_on nulls first, l.id limit ${most})
    ) as due
    order by due.until_on, due.done_on nulls first, due.id
    limit ${most}`.execute(db);
  return toPage(found.rows, { after, limit }, ({ id }) => id);
}

const FROM_THE_FIRST = sql`
  select date '-infinity' as until_on, date '-infinity' as done_on, uuid '00000000-0000-0000-0000-000000000000' as id`;

function endOf(id: string): RawBuilder<unknown> {
  return sql`
    select coalesce((l.done_on + lasts)::date, asked_on) as until_on, coalesce(l.done_on, '-infinity') as done_on, l.id
    from trust.last_steps l join asked using (step) where l.id = ${id}::uuid`;
}

/** Keeps that somebody is reminded of an end. @returns whether it is the first time */
export async function markReminded(tx: Tx, due: Due, at: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('trust.renewal_reminders')
    .values({ person_id: due.personId, subject: due.subject, until_on: due.untilOn, reminded_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  return row !== undefined;
}
