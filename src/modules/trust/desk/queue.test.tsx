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
const queue = async () => {
  const { html, text } = await house.as(actorOf({ id }, ['coordinator'])).get('/trust/applications');
  return {
    lines: html.match(/id="applicant-/g)?.length ?? 0,
    goesOn: text.includes('These are the first 100.'),
  };
};
const apply = (from: number, to: number) =>
  sql`with people as (
      insert into people.persons (name, email) select 'A' || n, 'a' || n || '@example.org'
      from generate_series(${from}::int, ${to}::int) n returning id)
    insert into trust.applications (person_id, submitted_at, motivation, experience, help_with)
    select id, ${house.clock()}::timestamptz, '', '', '{}' from people`.execute(house.db);

test('who waits is listed to a hundred, and behind them the list says that it goes on', async () => {
  await apply(1, 100);
  expect(await queue()).toEqual({ lines: 100, goesOn: false });
  await apply(101, 101);
  expect(await queue()).toEqual({ lines: 100, goesOn: true });
});

test('steps to renew go on behind a page, which shows nothing but them', async () => {
  await sql`with volunteers as (
      insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
      select gen_random_uuid(), 'approved', '2020-01-01Z', '2020-01-01Z', '', '', '{}' from generate_series(1, 30) returning person_id)
    insert into trust.completions (person_id, step, done_on, recorded_at)
    select person_id, 'training', '2020-01-01', '2020-01-01Z' from volunteers`.execute(house.db);
  const seen: string[] = [];
  for (let path: string | undefined = '/trust/applications'; path; ) {
    const { html } = await house.as(actorOf({ id }, ['coordinator'])).get(path);
    seen.push(...[...html.matchAll(/id="renewal-([^"]+)"/g)].map(([, renewal = '']) => renewal));
    if (path.includes('after=')) expect(html).not.toContain('id="applicant-');
    path = /href="[^"]*(\/trust\/applications\?after=[^"]+)"/.exec(html)?.[1];
  }
  // The interview and the pledge were never taken.
  expect(seen.length).toBe(90);
  expect(new Set(seen).size).toBe(90);
});
