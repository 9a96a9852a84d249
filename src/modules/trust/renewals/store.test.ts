import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { listDueRenewals } from './store.ts';

const { db } = await testDatabase();
const today = Temporal.PlainDate.from('2027-02-28');
const now = today.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '09:00' }).toInstant();

/** Thirty-nine volunteers who took the training on the last days of months, six months before its end, and some who never did. */
await sql`
  with people as (select gen_random_uuid() as id, n from generate_series(1, 45) n),
  applied as (
    insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
    select id, 'approved', '2026-01-01Z', '2026-01-02Z', '', '', '{}' from people)
  insert into trust.completions (person_id, step, done_on, recorded_at)
  select id, 'training', date '2026-08-20' + n, '2026-01-01Z' from people where n < 40`.execute(db);
await sql`
  with policy as (
    insert into trust.policies (valid_from, needs_insurance, made_at, reason) values ('2026-12-01T00:00:00+09:00', false, '2026-11-01Z', '')
    returning id)
  insert into trust.policy_steps (policy_id, step, position, demand, valid_months, remind_days)
  select id, s.step, s.position, s.demand::trust.demand, s.valid_months, 0 from policy, (values
    ('training'::trust.step, 1, 'required', 6), ('identity_check', 2, 'required', null), ('child_safety_check', 3, 'optional', 6),
    ('pledge', 4, 'off', null)) as s (step, position, demand, valid_months)`.execute(db);

/** All that is due, worked out from everything that everybody ever took. */
async function workedOut(): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select until_on || ' ' || step || ' ' || person_id as line from (
      select a.person_id, s.step, s.remind_days, coalesce(
        (max(c.done_on) + make_interval(months => s.valid_months))::date,
        case when count(c.id) = 0 and s.demand = 'required' then (p.valid_from at time zone 'Asia/Tokyo')::date end) as until_on
      from trust.applications a
      cross join trust.policies p
      join trust.policy_steps s on s.policy_id = p.id
      left join trust.completions c on c.person_id = a.person_id and c.step = s.step
      where a.state = 'approved' and p.id = trust.policy_at(${now}::timestamptz) and s.demand <> 'off'
      group by a.person_id, s.step, s.remind_days, s.valid_months, s.demand, p.valid_from) as ends
    where until_on - remind_days <= ${today}::date`.execute(db);
  return rows.map(({ line }) => line).sort();
}

test.each([1, 7, 25, 200])(
  'pages of %i hold everything that is due once, the most urgent first',
  async (limit) => {
    const all: { untilOn: Temporal.PlainDate; line: string }[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof listDueRenewals>> = await listDueRenewals(db, now, {
        after,
        limit,
      });
      expect(page.rows.length).toBeLessThanOrEqual(limit);
      for (const { untilOn, subject, personId } of page.rows)
        all.push({ untilOn, line: `${untilOn} ${subject} ${personId}` });
      after = page.next;
    } while (after !== null);
    expect(all.map(({ line }) => line).sort()).toEqual(await workedOut());
    expect(all.length).toBeGreaterThan(60);
    const days = all.map(({ untilOn }) => untilOn.toString());
    expect(days).toEqual(days.toSorted());
  },
);
