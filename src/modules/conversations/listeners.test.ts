import { pino } from 'pino';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../test/support/database.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { createPerson } from '../people/index.ts';
import { listeners } from './listeners.ts';
import { findOpenThreadId, findThread } from './store.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

async function hear(type: string, ids: Record<string, string>): Promise<void> {
  const context = { db, clock: () => now, log: pino({ level: 'silent' }) };
  for (const listener of listeners.filter(({ event }) => event === type))
    await listener.handle({ id: crypto.randomUUID(), type, ids }, context);
}

const make = async (name: string) => (await inTransaction(db, (tx) => createPerson(tx, { name, now }))).id;
const [requesterId, firstId, nextId] = [await make('Sita'), await make('Ken'), await make('Aya')];

const newRequest = () => {
  const requestId = crypto.randomUUID();
  const ids = (volunteerId: string) => ({ requestId, requesterId, volunteerId });
  const open = () => findOpenThreadId(db, 'visit', { kind: 'spot.request', id: requestId });
  return { ids, open };
};

test('the two who have agreed can talk until one no longer comes', async () => {
  const { ids, open } = newRequest();
  await hear('spot.assignment.confirmed', ids(firstId));
  const id = (await open()) ?? '';
  expect((await findThread(db, id))?.participantIds).toEqual([requesterId, firstId].sort());
  await hear('spot.assignment.withdrawn', ids(firstId));
  expect(await open()).toBeNull();
});

test('who has stepped back never reads what is said to the next, though that news comes late', async () => {
  const { ids, open } = newRequest();
  await hear('spot.assignment.confirmed', ids(firstId));
  const before = await open();
  await hear('spot.assignment.confirmed', ids(nextId));
  const id = (await open()) ?? '';
  expect(id).not.toBe(before);
  expect((await findThread(db, id))?.participantIds).toEqual([requesterId, nextId].sort());
  await hear('spot.assignment.withdrawn', ids(firstId));
  expect(await open()).toBe(id);
});

test('the same news heard twice opens one conversation', async () => {
  const { ids, open } = newRequest();
  await hear('spot.assignment.confirmed', ids(firstId));
  const id = await open();
  await hear('spot.assignment.confirmed', ids(firstId));
  expect(await open()).toBe(id);
});
