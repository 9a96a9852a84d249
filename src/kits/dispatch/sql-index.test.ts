import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { runAs } from '../../../test/support/clusters.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { cityRequest, cityVolunteer } from '../../matching/dispatch/city/people.ts';
import { languageOptions, levelIn } from '../../matching/dispatch/language.ts';
import { MemoryDispatchIndex } from '../../matching/dispatch/memory/memory-index.ts';
import { metersBetween } from '../../matching/dispatch/plane.ts';
import { rankVolunteers } from '../../matching/dispatch/rank.ts';
import { MONDAY_TEN, SAMPLE_TODAY } from '../../matching/dispatch/samples.ts';
import type { DispatchRequest, Volunteer } from '../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../matching/dispatch/weights.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { SqlDispatchIndex } from './sql-index.ts';
import { listNearest } from './store/nearest.ts';
import { textAnywhere, textNear } from './store/statements.ts';
import { noteRenewal, replaceCopies } from './store/write.ts';

const { db, ownerUrl } = await testDatabase();
// A vacuum at work would keep the database of this test from being dropped.
await runAs(ownerUrl, 'alter table spot.dispatch_rows set (autovacuum_enabled = false)');
await runAs(ownerUrl, 'alter table spot.dispatch_volunteers set (autovacuum_enabled = false)');

const city = Array.from({ length: 2500 }, (_, n) => cityVolunteer(5, n));
const known = new Map(city.map((each) => [each.id, each]));
const memory = new MemoryDispatchIndex(DEFAULT_WEIGHTS, SAMPLE_TODAY);
memory.load(city);

async function write(volunteers: readonly Volunteer[], day: number, gone: readonly string[] = []) {
  const ids = [...volunteers.map(({ id }) => id), ...gone];
  const writing = { weights: DEFAULT_WEIGHTS, day, timeZone: MONDAY_TEN.timeZoneId };
  await inTransaction(db, (tx) => replaceCopies(tx, { ids, volunteers, ...writing }));
}

/** With lists read as a whole, some of them, and none. */
const indexes = [Number.MAX_SAFE_INTEGER, 800, 0].map(
  (small) => new SqlDispatchIndex(db, DEFAULT_WEIGHTS, Math.min(small, 2 ** 31 - 1)),
);

async function agree(request: DispatchRequest, limit: number) {
  const expected = rankVolunteers(request, [...known.values()], DEFAULT_WEIGHTS, limit).ranked;
  for (const sql of indexes) expect(await sql.best(request, limit)).toEqual(expected);
  expect(memory.best(request, limit)).toEqual(expected);
  return expected;
}

it('answers as the index in memory and as the plain ranking', async () => {
  await write(city, SAMPLE_TODAY);
  await inTransaction(db, (tx) => noteRenewal(tx, SAMPLE_TODAY));
  await runAs(ownerUrl, 'analyze spot.dispatch_rows, spot.dispatch_volunteers');
  for (let n = 0; n < 30; n++) await agree(cityRequest(5, n), 20);
});

it.each([
  ['near a place', textNear(DEFAULT_WEIGHTS, 2), 22],
  ['anywhere', textAnywhere(DEFAULT_WEIGHTS, 2), 13],
])('reads rows out of indexes alone %s, by a plan for all requests', async (_, text, parameters) => {
  const plan = await inTransaction(db, async (tx) => {
    await sql`set local plan_cache_mode = force_generic_plan`.execute(tx);
    // What was never vacuumed is read by a bitmap when it is read as a whole.
    await sql`set local enable_bitmapscan = off`.execute(tx);
    await sql`prepare search as ${sql.raw(text)}`.execute(tx);
    const unknown = Array.from({ length: parameters }, () => 'null').join(', ');
    const explained = sql<{ 'QUERY PLAN': string }>`explain execute search(${sql.raw(unknown)})`;
    const { rows } = await explained.execute(tx);
    await sql`deallocate search`.execute(tx);
    return rows.map((row) => row['QUERY PLAN']);
  });
  const reading = plan.filter((line) => line.includes(' on dispatch_rows'));
  expect(reading.length).toBeGreaterThan(0);
  expect(reading.filter((line) => !line.includes('Index Only Scan using dispatch_rows_by_'))).toEqual([]);
  expect(plan.filter((line) => /Sort Key: dispatch_rows\S*\.most_points/.test(line))).toEqual([]);
});

it('names those who come nearest to a request, whether or not they fit', async () => {
  const request = Array.from({ length: 20 }, (_, n) => cityRequest(5, n)).find(
    ({ place }) => place !== null,
  )!;
  const far = (one: Volunteer) => (one.place ? metersBetween(one.place, request.place!) : Infinity);
  const shares = (one: Volunteer) =>
    languageOptions(request).some((language) => levelIn(one, language, request) > 0);
  const nearest = await listNearest(db, request, 200);
  expect(nearest.every((id) => shares(known.get(id)!))).toBe(true);
  const farthest = Math.max(...nearest.map((id) => far(known.get(id)!)));
  const nearer = city.filter((one) => one.isApproved && shares(one) && far(one) < farthest);
  expect(nearer.filter(({ id }) => !nearest.includes(id))).toEqual([]);
  const everybody = await listNearest(db, request, 5000);
  expect(everybody.length).toBe(city.filter(({ isApproved }) => isApproved).length);
  expect(everybody.slice(0, 200)).toEqual(nearest);
});

it('answers so after changes, on later days, and for somebody who may not be asked', async () => {
  const changed = city.slice(0, 300).map((each, n): Volunteer => ({ ...cityVolunteer(6, n), id: each.id }));
  const gone = city.slice(300, 400).map(({ id }) => id);
  for (const volunteer of changed) known.set(volunteer.id, volunteer);
  for (const id of gone) known.delete(id);
  await write(changed, SAMPLE_TODAY, gone);
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
});

it('answers so while rows count rest as of different days, and of days to come', async () => {
  await write([...known.values()].slice(0, 900), SAMPLE_TODAY + 9);
  for (let n = 90; n < 96; n++) {
    await agree({ ...cityRequest(5, n), today: SAMPLE_TODAY + (n % 2 === 0 ? 9 : 5) }, 20);
  }
  await write([...known.values()], SAMPLE_TODAY + 9);
  await inTransaction(db, (tx) => noteRenewal(tx, SAMPLE_TODAY + 9));
  for (let n = 96; n < 100; n++) await agree({ ...cityRequest(5, n), today: SAMPLE_TODAY + 9 }, 20);
});

it('answers so with weights by which a skill brings nothing and Easy Japanese costs nothing', async () => {
  const weights = { ...DEFAULT_WEIGHTS, categorySkill: 0, categoryPractice: 75, easyJapanese: 0 };
  const volunteers = [...known.values()].slice(0, 1200);
  const ids = [...known.keys()];
  const writing = { weights, day: SAMPLE_TODAY + 9, timeZone: MONDAY_TEN.timeZoneId };
  await inTransaction(db, (tx) => replaceCopies(tx, { ids, volunteers, ...writing }));
  const index = new SqlDispatchIndex(db, weights, 0);
  for (let n = 100; n < 112; n++) {
    const request = { ...cityRequest(5, n), today: SAMPLE_TODAY + 9 };
    const expected = rankVolunteers(request, volunteers, weights, 20).ranked;
    expect(await index.best(request, 20)).toEqual(expected);
  }
});

it('finds nobody where nobody was written', async () => {
  await write([], SAMPLE_TODAY, [...known.keys()]);
  for (const sql of indexes) expect(await sql.best(cityRequest(5, 1), 20)).toEqual([]);
});
