import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { cityRequest, cityVolunteer } from '../../matching/dispatch/city/people.ts';
import { rankVolunteers } from '../../matching/dispatch/rank.ts';
import { SAMPLE_TODAY } from '../../matching/dispatch/samples.ts';
import type { DispatchRequest, Volunteer } from '../../matching/dispatch/types.ts';
import { DEFAULT_WEIGHTS } from '../../matching/dispatch/weights.ts';
import { followChanges } from './keep-true.ts';
import { findFitting } from './propose.ts';
import { listNearest } from './store/nearest.ts';
import type { Volunteers } from './volunteers.ts';

const { db } = await testDatabase();
const known = new Map<string, Volunteer>();
/** A program that knows its volunteers by heart. */
const volunteers: Volunteers = {
  timeZoneOf: async () => 'Asia/Tokyo',
  list: async (_, after, atMost) =>
    [...known.keys()]
      .sort()
      .filter((id) => after === null || id > after)
      .slice(0, atMost),
  among: async (_, ids) => new Set(ids.filter((id) => known.has(id))),
  read: async (_, ids) => ids.flatMap((id) => known.get(id) ?? []),
};
const now = Temporal.Instant.fromEpochMilliseconds(SAMPLE_TODAY * 86_400_000);
for (let n = 0; n < 400; n++) {
  const volunteer = { ...cityVolunteer(5, n), isApproved: true };
  known.set(volunteer.id, volunteer);
}

const note = () =>
  sql`insert into spot.dispatch_changes (volunteer_id) select unnest(${[...known.keys()]}::uuid[])`.execute(
    db,
  );
const asking = (request: DispatchRequest, nearest = 0) => ({
  request,
  most: 10,
  nearest,
  judge: async (ids: readonly string[]) => {
    const those = ids.flatMap((id) => known.get(id) ?? []);
    return { ...rankVolunteers(request, those, DEFAULT_WEIGHTS, 1000), ids };
  },
});

async function bothWays(n: number): Promise<number> {
  const asked = asking(cityRequest(5, n), 5);
  const { ranked } = await findFitting(db, volunteers, asked, known.size);
  expect((await findFitting(db, volunteers, asked, known.size - 1)).ranked).toEqual(ranked);
  return ranked.length;
}

it('names the same people by looking at everybody and by the index', async () => {
  await note();
  while ((await followChanges(db, volunteers, { now })) > 0);
  const found = [];
  for (let n = 0; n < 40; n++) found.push(await bothWays(n));
  expect(Math.max(...found)).toBe(10);
});

it('names the same people after some have changed and left, copied or not', async () => {
  const ids = [...known.keys()];
  for (const [n, id] of ids.slice(0, 80).entries())
    known.set(id, { ...cityVolunteer(6, n), id, isApproved: true });
  for (const id of ids.slice(80, 160)) known.delete(id);
  await note();
  for (let n = 40; n < 60; n++) await bothWays(n);
  while ((await followChanges(db, volunteers, { now })) > 0);
  for (let n = 40; n < 60; n++) await bothWays(n);
});

it('judges everybody while they are few, then beside the best those who come nearest and who has just changed', async () => {
  const asked = asking(cityRequest(5, 1), 20);
  const all = await findFitting(db, volunteers, asked, known.size);
  expect(all).toMatchObject({ ids: [...known.keys()].sort(), looked: 'everybody' });
  const [changed = ''] = known.keys();
  await sql`insert into spot.dispatch_changes (volunteer_id) values (${changed}::uuid)`.execute(db);
  const { ids, looked, ranked } = await findFitting(db, volunteers, asked);
  const nearest = await listNearest(db, asked.request, 20);
  expect(looked).toBe('nearest');
  for (const id of [changed, ...nearest, ...ranked.map(({ volunteerId }) => volunteerId)])
    expect(ids).toContain(id);
  expect(ids.length).toBeLessThanOrEqual(1 + 20 + 20);
});
