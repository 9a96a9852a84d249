import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { plannedEachTime } from '../../../../test/support/plans.ts';
import { listDueRenewals } from '../renewals/store.ts';
import { countApplicants, listApplicants } from './store.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test('who waits and what runs out is asked by one plan for all looks, in a city as well', async () => {
  await sql`with volunteers as (
      insert into trust.applications (person_id, state, submitted_at, decided_at, motivation, experience, help_with)
      select gen_random_uuid(), 'approved', '2026-01-01Z', '2026-01-01Z', '', '', '{}' from generate_series(1, 2000) returning person_id)
    insert into trust.completions (person_id, step, done_on, recorded_at)
    select person_id, 'training', '2026-01-01', '2026-01-01Z' from volunteers`.execute(db);
  await sql`insert into trust.applications (person_id, state, submitted_at, motivation, experience, help_with)
    select gen_random_uuid(), 'submitted', '2026-01-01Z', '', '', '{}' from generate_series(1, 10)`.execute(
    db,
  );
  await runAs(ownerUrl, 'analyze trust.applications, trust.last_steps');
  let minute = 0;
  const look = async (tx: typeof db) => {
    const at = now.add({ minutes: minute++ });
    const window = { after: null, limit: 50 };
    await listApplicants(tx, { now: at, isOurs: false }, window);
    await listApplicants(tx, { now: at, isOurs: true }, window);
    await countApplicants(tx, at);
    await listDueRenewals(tx, at, window);
  };
  expect(await plannedEachTime(db, look)).toEqual([]);
});
