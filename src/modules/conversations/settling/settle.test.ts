import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { madeUpThing } from '../../../../test/support/made-up-thing.ts';
import { accepted } from '../../../../test/support/spot.ts';
import { DECIDER } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { keepApart, suspendPerson } from '../../trust/index.ts';
import { findOpenThreadId, findThread, writeAbout } from '../index.ts';
import { settle, whoTalks } from './settle.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const { thing, says } = madeUpThing();
const about = () => ({ kind: thing.kind, id: crypto.randomUUID() });

async function people(): Promise<[string, string, string]> {
  const make = async (name: string) => (await inTransaction(db, (tx) => createPerson(tx, { name, now }))).id;
  return [await make('Ana'), await make('Bo'), await make('Cem')];
}
const settleNow = (subject: ReturnType<typeof about>) =>
  inTransaction(db, (tx) => settle(tx, subject, { thing, now }));
async function talking(subject: ReturnType<typeof about>, kind: 'visit' | 'asking' = 'visit') {
  const id = await findOpenThreadId(db, kind, subject);
  return id ? (await findThread(db, id))?.participantIds : null;
}
const decision = { reason: 'A worry is looked into.', by: DECIDER, now };

test('opens what may be said and closes what may not, however often it is asked', async () => {
  const [ana, bo] = await people();
  const subject = about();
  says(subject.id, { together: [ana, bo], withStaff: ana });
  await settleNow(subject);
  const first = await findOpenThreadId(db, 'visit', subject);
  await settleNow(subject);
  expect(await findOpenThreadId(db, 'visit', subject)).toBe(first);
  expect(await talking(subject)).toEqual([ana, bo].sort());
  // What is said with the coordinators begins with its first words.
  expect(await talking(subject, 'asking')).toBeNull();
  says(subject.id, {});
  await settleNow(subject);
  expect(await talking(subject)).toBeNull();
});

test('somebody else in their place reads nothing of before', async () => {
  const [ana, bo, cem] = await people();
  const subject = about();
  says(subject.id, { together: [ana, bo] });
  await settleNow(subject);
  const before = await findOpenThreadId(db, 'visit', subject);
  says(subject.id, { together: [ana, cem] });
  await settleNow(subject);
  expect(await findOpenThreadId(db, 'visit', subject)).not.toBe(before);
  expect(await talking(subject)).toEqual([ana, cem].sort());
});

test('of several who talk, the others go on without whoever is suspended, and where two are kept apart nobody does', async () => {
  const [ana, bo, cem] = await people();
  const subject = about();
  says(subject.id, { together: [ana, bo, cem] });
  await settleNow(subject);
  accepted(await inTransaction(db, (tx) => suspendPerson(tx, { personId: bo, ...decision })));
  await settleNow(subject);
  expect(await talking(subject)).toEqual([ana, cem].sort());
  accepted(await inTransaction(db, (tx) => keepApart(tx, { personId: cem, otherId: ana, ...decision })));
  await settleNow(subject);
  expect(await talking(subject)).toBeNull();
  expect(await whoTalks(db, thing, { id: subject.id, now })).toEqual({ together: [], withStaff: null });
});

test('what is written with the coordinators ends with who may, and not for somebody else’s sake', async () => {
  const [ana, bo] = await people();
  const subject = about();
  says(subject.id, { withStaff: ana });
  const writing = { subject, personId: ana, words: 'Hello', locale: 'en', now };
  const writer = { personId: ana, isStaff: false };
  accepted(await inTransaction(db, (tx) => writeAbout(tx, { ...writing, writer })));
  await settleNow(subject);
  expect(await talking(subject, 'asking')).toEqual([ana]);
  says(subject.id, { withStaff: bo });
  await settleNow(subject);
  expect(await talking(subject, 'asking')).toBeNull();
});

test('with the right to read a conversation goes what was told of it, for who has left alone', async () => {
  const [ana, bo] = await people();
  const subject = about();
  says(subject.id, { together: [ana, bo] });
  await settleNow(subject);
  const threadId = (await findOpenThreadId(db, 'visit', subject)) ?? '';
  for (const person_id of [ana, bo])
    await db
      .insertInto('notifications.notifications')
      .values({
        occasion: 'x',
        person_id,
        kind: 'message_received',
        object_id: threadId,
        channel: 'inbox',
        created_at: now,
      })
      .execute();
  const left = db.updateTable('conversations.participants').set({ left_at: now });
  await left.where('thread_id', '=', threadId).where('person_id', '=', bo).execute();
  says(subject.id, {});
  await settleNow(subject);
  const lines = db
    .selectFrom('notifications.notifications')
    .select('person_id')
    .where('object_id', '=', threadId);
  expect(await lines.execute()).toEqual([{ person_id: ana }]);
});
