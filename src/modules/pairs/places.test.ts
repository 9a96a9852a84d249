import { describe, expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { applyForPair, pairUp } from '../../../test/support/pairs.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createPerson } from '../people/index.ts';
import { findApplication, listInPool, updateApplication } from './applications/store.ts';
import { findPair, listFreePlaces, updatePair } from './pair/store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const apply = (applying: Omit<Parameters<typeof applyForPair>[1], 'now'>) =>
  inTransaction(db, (tx) => applyForPair(tx, { ...applying, now }));
const coordinatorId = (await inTransaction(db, (tx) => createPerson(tx, { name: 'Sato', weekly: [], now })))
  .id;
const pair = (volunteer: { id: string }, resident: { id: string }) =>
  inTransaction(db, (tx) =>
    pairUp(tx, {
      volunteerApplicationId: volunteer.id,
      residentApplicationId: resident.id,
      coordinatorId,
      now,
    }),
  );

describe('a place', () => {
  test('is held from the proposal on by both sides, and free again once it is over', async () => {
    const [volunteer, resident] = [await apply({ side: 'volunteer' }), await apply({ side: 'resident' })];
    const id = await pair(volunteer, resident);
    expect((await findPair(db, id))?.residentId).toBe(resident.personId);
    expect([...(await listFreePlaces(db, [volunteer.id, resident.id]))]).toEqual([]);
    expect(await listInPool(db, [volunteer.id, resident.id])).toEqual([]);
    await inTransaction(db, (tx) => updatePair(tx, id, { state: 'fell_through', over_at: now }));
    expect((await listFreePlaces(db, [volunteer.id, resident.id])).size).toBe(2);
    expect(await listInPool(db, [volunteer.id, resident.id])).toHaveLength(2);
  });

  test('that is left keeps a volunteer in the pool; a resident who meets somebody is in it no more', async () => {
    const [volunteer, resident] = [
      await apply({ side: 'volunteer', places: 2 }),
      await apply({ side: 'resident', places: 2 }),
    ];
    const id = await pair(volunteer, resident);
    const inPool = async () => (await listInPool(db, [volunteer.id, resident.id])).map((one) => one.side);
    expect((await inPool()).sort()).toEqual(['resident', 'volunteer']);
    await inTransaction(db, async (tx) => {
      await updatePair(tx, id, { state: 'offered', offered_at: now });
      await updatePair(tx, id, { state: 'introduction' });
    });
    expect(await inPool()).toEqual(['volunteer']);
  });

  test('is held by one of rivals', async () => {
    const volunteer = await apply({ side: 'volunteer', places: 2 });
    const residents = await Promise.all(Array.from({ length: 4 }, () => apply({ side: 'resident' })));
    const all = await Promise.allSettled(residents.map((resident) => pair(volunteer, resident)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  });

  test('of a pair cannot be let go by hand', async () => {
    const [volunteer, resident] = [await apply({ side: 'volunteer' }), await apply({ side: 'resident' })];
    const id = await pair(volunteer, resident);
    const letGo = inTransaction(db, async (tx) => {
      await tx.deleteFrom('pairs.held_places').where('application_id', '=', resident.id).execute();
      await updatePair(tx, id, {});
    });
    await expect(letGo).rejects.toThrow('a pair holds a place of both sides');
  });
});

test('nobody applies twice at once, also not within a household, and may again once it is over', async () => {
  const mother = await apply({ side: 'resident' });
  await expect(apply({ side: 'resident', withIds: [mother.personId] })).rejects.toThrow('members_once');
  await expect(apply({ side: 'volunteer', personId: mother.personId })).rejects.toThrow('members_once');
  await inTransaction(db, (tx) => updateApplication(tx, mother.id, { state: 'expired', ended_at: now }));
  const again = await apply({ side: 'resident', personId: mother.personId, purposes: ['culture'] });
  expect(await findApplication(db, again.id)).toMatchObject({ purposes: ['culture'], state: 'ready' });
  expect((await listInPool(db, 'resident')).map(({ id }) => id)).toContain(again.id);
});
