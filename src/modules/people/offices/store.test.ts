import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { plannedEachTime } from '../../../../test/support/plans.ts';
import { ask } from '../../../platform/database/questions.ts';
import { visibleStaffActs } from './store.ts';

const { db, ownerUrl } = await testDatabase();

test('what staff propose is asked by one plan for all looks at the desk, in a city as well', async () => {
  await sql`with people as (
      insert into people.persons (name, email) select 'A' || n, 'a' || n || '@example.org' from generate_series(1, 5000) n
      returning id, email)
    insert into people.roles (person_id, role, since_on)
    select id, case when email like 'a1@%' then 'coordinator' else 'resident' end, '2026-01-01' from people`.execute(
    db,
  );
  await runAs(ownerUrl, 'analyze people.persons, people.roles');
  const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
  let minute = 0;
  const look = (tx: typeof db) => ask(tx, visibleStaffActs(randomUUID(), now.add({ minutes: minute++ })));
  expect(await plannedEachTime(db, look)).toEqual([]);
});
