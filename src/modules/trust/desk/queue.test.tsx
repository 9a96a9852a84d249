import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { trustModule } from '../module.ts';

const house = await testHouse([trustModule]);
const { id } = await inTransaction(house.db, (tx) =>
  createPerson(tx, { name: '佐藤 みどり', roles: ['coordinator'], now: house.clock() }),
);
const coordinator = house.as(actorOf({ id }, ['coordinator']));
/** The ids of the rows of a list, page by page. */
async function rowsOf(query: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let path: string | undefined = `/trust/applications${query}`; path; ) {
    const { html } = await coordinator.get(path);
    pages.push([...html.matchAll(/id="queue-([^"]+)"/g)].map(([, row = '']) => row));
    path = /href="[^"]*(\/trust\/applications\?[^"]*after=[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
  }
  return pages;
}
const apply = (from: number, to: number) =>
  sql`with people as (
      insert into people.persons (name, email) select 'A' || n, 'a' || n || '@example.org'
      from generate_series(${from}::int, ${to}::int) n returning id)
    insert into trust.applications (person_id, submitted_at, motivation, experience, help_with)
    select id, ${house.clock()}::timestamptz, '', '', '{}' from people`.execute(house.db);

test('who waits is listed page by page, nobody twice and nobody left out', async () => {
  await apply(1, 101);
  const pages = await rowsOf('');
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 1]);
  expect(new Set(pages.flat()).size).toBe(101);
});

test('those whose next step is ours are told from those who have it in their hands, and counted', async () => {
  await sql`insert into trust.interviews (person_id, starts_at, duration_minutes, place, where_words, scheduled_at)
    select person_id, ${house.clock().add({ hours: 5 })}::timestamptz, 30, 'online', '', ${house.clock()}::timestamptz
    from trust.applications where state = 'submitted' order by submitted_at, id limit 1`.execute(house.db);
  const { html } = await coordinator.get('/trust/applications');
  expect(html).toContain('Applicants <b>101</b>');
  expect(html).toContain('Waiting for us <b>100</b>');
  expect((await rowsOf('?show=ours')).flat()).toHaveLength(100);
});

test('steps to renew go on behind a page', async () => {
  await sql`with volunteers as (
      insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
      select gen_random_uuid(), 'approved', '2020-01-01Z', '2020-01-01Z', '', '', '{}' from generate_series(1, 30) returning person_id)
    insert into trust.completions (person_id, step, done_on, recorded_at)
    select person_id, 'training', '2020-01-01', '2020-01-01Z' from volunteers`.execute(house.db);
  const pages = await rowsOf('?show=renewals');
  // The interview and the pledge were never taken.
  expect(pages.flat()).toHaveLength(90);
  expect(new Set(pages.flat()).size).toBe(90);
});

test('whom nobody insures is listed only where the policy asks for insurance', async () => {
  expect((await rowsOf('?show=uninsured')).flat()).toEqual([]);
  await sql`insert into trust.policies (valid_from, needs_insurance, made_at, reason)
    values ('2026-01-01', true, '2026-01-01', 'insurance')`.execute(house.db);
  expect((await rowsOf('?show=uninsured')).flat()).toHaveLength(30);
});
