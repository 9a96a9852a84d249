import type pg from 'pg';
import type { City } from './city.ts';
import { type Copying, copyRows, numberRows } from './copy-rows.ts';

/** As how many people each of the demonstration's own counts: who has helped and been helped every week. */
export const OWN_WEIGHT = 10;

/** Tables of a person's own, by the column that names the person. */
const OF_PERSON = [
  ['people.persons', 'id'],
  ['people.roles', 'person_id'],
  ['people.languages', 'person_id'],
  ['people.household_members', 'person_id'],
  ['people.weekly_availability', 'person_id'],
  ['people.shared_fields', 'person_id'],
  ['trust.applications', 'person_id'],
  ['trust.interviews', 'person_id'],
  ['trust.completions', 'person_id'],
  ['trust.insurance_years', 'person_id'],
] as const;

/**
 * Copies volunteers and residents until there are as many as a city has; `volunteers_of_city` and `residents_of_city`
 * number them from 0.
 */
export async function copyPeople(
  client: pg.Client,
  { people, volunteers }: City,
  era: string,
): Promise<void> {
  await copyHolders(client, { role: 'volunteer', total: volunteers, era });
  await copyHolders(client, { role: 'resident', total: people - volunteers, era });
}

/** Else the list of what is to be renewed would be full in the city alone. */
export async function letStepsEnd(client: pg.Client, { ending }: City): Promise<void> {
  await client.query(
    `update trust.completions set done_on = current_date - interval '35 months'
     where step in ('training', 'pledge') and done_on > current_date - interval '34 months' and person_id in (
       select person_id from trust.applications where state = 'approved' order by person_id limit $1)`,
    [ending],
  );
}

/** Copies everybody who holds nothing but this role, as often as it takes. */
async function copyHolders(
  client: pg.Client,
  { role, total, era }: { role: string; total: number; era: string },
): Promise<void> {
  await client.query('drop table if exists pg_temp.copied');
  await client.query(
    `create temp table copied as select p.id from people.persons p
     where p.access_ended_at is null and p.welcomed_at is not null
       and (select array_agg(role) from people.roles r where r.person_id = p.id and until_on is null) = array[$1]
     ${role === 'volunteer' ? "and exists (select from trust.applications a where a.person_id = p.id and a.state = 'approved')" : ''}`,
    [role],
  );
  const there = Number((await client.query('select count(*) from copied')).rows[0].count);
  const times = Math.ceil((total - there) / there);
  const own = await client.query<{ id: string }>('select id from copied');
  const ids = new Set(own.rows.map(({ id }) => id));
  const copying: Copying = {
    era,
    times,
    ids: 'select id from copied',
    overrides: { email: "k || '-' || t.email" },
  };
  for (const [table, column] of OF_PERSON) {
    const where = `t.${column} in (select id from copied)`;
    const rows = table === 'trust.interviews' || table === 'people.roles' || table === 'trust.applications';
    // Rows with an id of their own get another one for each copy.
    if (rows) await client.query(`insert into copied select t.id from ${table} t where ${where}`);
    await copyRows(client, table, where, copying);
  }
  await numberRows(
    client,
    `${role}s_of_city`,
    `select time, id from people.persons
     cross join lateral generate_series(1, case when id = any('{${[...ids]}}') then ${OWN_WEIGHT} else 1 end) time
     where id = any('{${[...ids]}}') or email ~ '^[0-9]+-' and exists (
       select from people.roles r where r.person_id = persons.id and r.role = '${role}')`,
  );
}
