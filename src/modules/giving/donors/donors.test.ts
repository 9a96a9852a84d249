import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { findPledgeByNumber, insertPledge } from '../pledges/store.ts';
import { findDonor, insertDonor, listDonorsOf } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test('somebody signed in finds what is theirs, and what was given under the address that they have proved', async () => {
  const { id: personId } = await inTransaction(db, (tx) => createPerson(tx, { name: 'Sita', now }));
  const other = await inTransaction(db, (tx) => createPerson(tx, { name: 'Bo', now }));
  const email = 'sita@otonari.example';
  const made = await inTransaction(db, async (tx) => [
    await insertDonor(tx, { name: 'Sita', personId, now }),
    await insertDonor(tx, { name: 'シタ', email, now: now.add({ seconds: 1 }) }),
    // Somebody else’s account, who has once had this address.
    await insertDonor(tx, { name: 'Bo', personId: other.id, email, now }),
    await insertDonor(tx, { name: 'Nobody', email: 'bo@otonari.example', now }),
  ]);
  const found = await listDonorsOf(db, { personId, email });
  expect(found.map(({ id }) => id)).toEqual(made.slice(0, 2));
  expect(await listDonorsOf(db, { personId, email: null })).toHaveLength(1);
});

test('a donor keeps the address sealed and reads it back', async () => {
  const id = await inTransaction(db, (tx) => insertDonor(tx, { name: '髙﨑 𠮷', address: '墨田区1-1', now }));
  expect(await findDonor(db, id)).toMatchObject({
    name: '髙﨑 𠮷',
    address: '墨田区1-1',
    receiptWish: 'none',
  });
  const [row] = await db.selectFrom('giving.donors').select('address').where('id', '=', id).execute();
  expect(row?.address).not.toContain('墨田');
});

test('pledges are found by their numbers, and no two have the same', async () => {
  const donorId = await inTransaction(db, (tx) => insertDonor(tx, { name: 'Sita', now }));
  const pledge = {
    donorId,
    campaignId: null,
    fund: 'general',
    amount: 3000,
    channel: 'bank',
    madeAt: now,
    expiresAt: now.add({ hours: 1 }),
    isAnonymous: true,
    inMemoryOf: null,
    note: 'For my mother.',
  } as const;
  const made = await inTransaction(db, async (tx) => [
    await insertPledge(tx, pledge),
    await insertPledge(tx, pledge),
  ]);
  expect(new Set(made.map(({ number }) => number)).size).toBe(2);
  const [one] = made;
  expect(await findPledgeByNumber(db, one?.number ?? 0)).toMatchObject({ id: one?.id, ...pledge });
  expect(await findPledgeByNumber(db, 1)).toBeNull();
});
