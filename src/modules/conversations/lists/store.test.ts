import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { walk } from '../../../../test/support/walk.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { insertMessage, insertParticipants, insertThread, markRead, markThreadClosed } from '../store.ts';
import { hasReadAll, listAllReceived, listMessages, listOpenSubjects, listThreadsOf } from './store.ts';

const { db } = await testDatabase();
const start = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const at = (minutes: number) => start.add({ minutes });
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: start }));
const [sita, keiko, other] = [await person('Sita'), await person('Keiko'), await person('Lan')];

const opened = (minutes: number, ...with_: { readonly id: string }[]) =>
  inTransaction(db, async (tx) => {
    const id = await insertThread(
      tx,
      'visit',
      { kind: 'spot.request', id: crypto.randomUUID() },
      at(minutes),
    );
    const ids = with_.map((one) => one.id);
    await insertParticipants(tx, id, ids, at(minutes));
    return id;
  });
const said = (threadId: string, authorId: string, minutes: number, words = 'x') =>
  inTransaction(db, (tx) =>
    insertMessage(tx, threadId, { authorId, asStaff: false, words, wordsLocale: 'en', sentAt: at(minutes) }),
  );

const threads = [];
for (let minutes = 0; minutes < 5; minutes++) threads.push(await opened(minutes, sita, keiko));
const foreign = await opened(2, other, keiko);
const [first = '', second = '', third = '', fourth = '', fifth = ''] = threads;

test('conversations come in pages, the one in which something was said last first', async () => {
  const listed = () => walk((window) => listThreadsOf(db, sita.id, window));
  expect((await listed()).map(({ id }) => id)).toEqual([fifth, fourth, third, second, first]);
  await said(second, keiko.id, 10);
  await said(fourth, sita.id, 10);
  await said(first, keiko.id, 9);
  const ids = (await listed()).map(({ id }) => id);
  expect(new Set(ids.slice(0, 2))).toEqual(new Set([second, fourth]));
  expect(ids.slice(2)).toEqual([first, fifth, third]);
  expect((await listed()).map(({ id, unreadCount }) => [id, unreadCount])).toContainEqual([second, 1]);
  const behind = { after: foreign, limit: 2 };
  expect(await listThreadsOf(db, sita.id, behind)).toEqual({ rows: [], next: null });
});

test('who joins later finds the conversation where it was last used', async () => {
  await inTransaction(db, (tx) => insertParticipants(tx, first, [other.id], at(3)));
  const { rows } = await listThreadsOf(db, other.id, { after: null, limit: 5 });
  expect(rows.map(({ id }) => id)).toEqual([first, foreign]);
});

test('messages come in pages from the newest back, each the oldest first', async () => {
  for (let number = 0; number < 5; number++)
    await said(third, keiko.id, 20 + Math.floor(number / 2), `${number}`);
  const all = await listMessages(db, third, { after: null, limit: 9 });
  expect(all.next).toBeNull();
  const pages: string[][] = [];
  for (let after: string | null = null, left = 3; left > 0; left--) {
    const page = await listMessages(db, third, { after, limit: 2 });
    pages.unshift(page.rows.map(({ words }) => words));
    after = page.rows[0]?.id ?? null;
    expect(page.next === null).toBe(left === 1);
  }
  expect(pages.flat()).toEqual(all.rows.map(({ words }) => words));
  expect(pages.map((page) => page.length)).toEqual([1, 2, 2]);
});

test('reading, what is open, and all that others wrote know no pages', async () => {
  expect(await hasReadAll(db, third, sita.id)).toBe(false);
  await markRead(db, third, sita.id, at(60));
  expect(await hasReadAll(db, third, sita.id)).toBe(true);
  expect(await hasReadAll(db, third, other.id)).toBe(false);
  await inTransaction(db, (tx) => markThreadClosed(tx, second, at(61)));
  expect(await listOpenSubjects(db, [sita.id])).toHaveLength(4);
  expect(await listOpenSubjects(db, [sita.id, keiko.id])).toHaveLength(4);
  expect(await listOpenSubjects(db, [sita.id, other.id])).toHaveLength(1);
  const received = await listAllReceived(db, sita.id);
  expect(received.map(({ authorId }) => authorId)).toEqual(Array(7).fill(keiko.id));
  expect(received.map(({ sentAt }) => String(sentAt))).toEqual(
    received.map(({ sentAt }) => String(sentAt)).toSorted(),
  );
});
