import { afterAll, expect, it } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { cityRequest, cityVolunteer } from '../../../matching/dispatch/city/people.ts';
import { MemoryDispatchIndex } from '../../../matching/dispatch/memory/memory-index.ts';
import { rankVolunteers } from '../../../matching/dispatch/rank.ts';
import { SAMPLE_TODAY } from '../../../matching/dispatch/samples.ts';
import type { DispatchRequest, Volunteer } from '../../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../../matching/dispatch/weights.ts';
import { SqlDispatchIndex } from './sql-index.ts';
import { removeDispatchVolunteers, rescoreDispatchRows, writeDispatchVolunteers } from './store/write.ts';

const { pool, ownerUrl } = await testDatabase();
// Kysely closes only a pool that went through it.
afterAll(() => pool.end());
// A vacuum at work would keep the database of this test from being dropped.
await runAs(ownerUrl, 'alter table spot.dispatch_rows set (autovacuum_enabled = false)');
await runAs(ownerUrl, 'alter table spot.dispatch_volunteers set (autovacuum_enabled = false)');

it('answers as the index in memory and as the plain ranking, before and after changes', async () => {
  const city = Array.from({ length: 2500 }, (_, n) => cityVolunteer(5, n));
  const known = new Map(city.map((each) => [each.id, each]));
  await rescoreDispatchRows(pool, SAMPLE_TODAY, DEFAULT_WEIGHTS);
  await writeDispatchVolunteers(pool, city, DEFAULT_WEIGHTS);
  await runAs(ownerUrl, 'analyze spot.dispatch_rows, spot.dispatch_volunteers');
  const memory = new MemoryDispatchIndex(DEFAULT_WEIGHTS, SAMPLE_TODAY);
  memory.load(city);
  const sql = new SqlDispatchIndex(pool, DEFAULT_WEIGHTS, 800);
  const agree = async (request: DispatchRequest, limit: number) => {
    const expected = rankVolunteers(request, [...known.values()], DEFAULT_WEIGHTS, limit).ranked;
    expect(await sql.best(request, limit)).toEqual(expected);
    expect(memory.best(request, limit)).toEqual(expected);
    return expected;
  };
  for (let n = 0; n < 30; n++) await agree(cityRequest(5, n), 20);

  const changed = city.slice(0, 300).map((each, n): Volunteer => ({ ...cityVolunteer(6, n), id: each.id }));
  const gone = city.slice(300, 400).map(({ id }) => id);
  for (const volunteer of changed) known.set(volunteer.id, volunteer);
  for (const id of gone) known.delete(id);
  await writeDispatchVolunteers(pool, changed, DEFAULT_WEIGHTS);
  await removeDispatchVolunteers(pool, gone);
  for (const volunteer of changed) memory.put(volunteer);
  for (const id of gone) memory.remove(id);
  for (let n = 60; n < 72; n++) {
    const request = { ...cityRequest(5, n), today: SAMPLE_TODAY + (n % 4) };
    const best = await agree(request, 1 + (n % 30));
    const [first, second, third] = best.map(({ volunteerId }) => volunteerId);
    await agree(
      {
        ...request,
        residentId: first ?? 'nobody',
        restrictedVolunteerIds: [second ?? 'nobody'],
        askedVolunteerIds: [third ?? 'nobody'],
      },
      20,
    );
  }

  await rescoreDispatchRows(pool, SAMPLE_TODAY + 9, DEFAULT_WEIGHTS);
  memory.rollTo(SAMPLE_TODAY + 9, 2500);
  const later = new SqlDispatchIndex(pool, DEFAULT_WEIGHTS, 800);
  for (let n = 90; n < 96; n++) {
    const request = { ...cityRequest(5, n), today: SAMPLE_TODAY + 9 };
    expect(await later.best(request, 20)).toEqual(await agree(request, 20));
  }
});

it('finds nobody where nobody was written', async () => {
  await removeDispatchVolunteers(
    pool,
    Array.from({ length: 2500 }, (_, n) => cityVolunteer(5, n).id),
  );
  expect(await new SqlDispatchIndex(pool, DEFAULT_WEIGHTS).best(cityRequest(5, 1), 20)).toEqual([]);
});
