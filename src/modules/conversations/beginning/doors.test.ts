import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { madeUpThing } from '../../../../test/support/made-up-thing.ts';
import { accepted } from '../../../../test/support/spot.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { renderPart } from '../../../ui/render.ts';
import { createPerson } from '../../people/index.ts';
import { conversationsPersonPart } from '../elsewhere/person-part.tsx';
import { conversationsModule, keepOpenFor, openThread, writeAbout } from '../index.ts';
import { conversationNews } from '../news.ts';

const { thing, isClose, says } = madeUpThing();
const house = await testHouse([conversationsModule([thing])]);
const { db } = house;
const now = house.clock();
const make = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, locale: 'en', now }));
const [ana, bo, staff] = [await make('Ana'), await make('Bo'), await make('Kobayashi')];
const desk = house.as(actorOf(staff, ['coordinator']));
const web = house.as(actorOf(ana));
const path = (id: string) => `/made-up/${id}/conversation`;
const staffPath = (id: string) => `/made-up/staff/${id}/conversation`;

test('who may talk with the coordinators begins with the words of the thing, and is led back to what they wrote', async () => {
  const id = crypto.randomUUID();
  says(id, { withStaff: ana.id });
  const first = await web.get(path(id));
  expect(first.text).toContain('About the walk.');
  expect(first.html).toContain(`href="/en/made-up/party/${id}"`);
  expect((await web.post(path(id), { words: ' ' })).refusals['words']).toBeTruthy();
  const { location } = await web.post(path(id), { words: 'Shall I bring water?' });
  expect((await web.get(path(id))).location).toBe(location);
  const thread = await web.get(location ?? '');
  expect(thread.text).toContain('With us, in en');
  expect(thread.text).toContain('Shall I bring water?');
  expect(thread.html).toContain(`href="/en/made-up/party/${id}"`);
  expect((await web.get('/conversations')).text).toContain('With us, in en');
  const read = await desk.get(location ?? '');
  expect(read.html).toContain(`href="/en/made-up/staff/${id}"`);
});

test('nobody else begins it, and who comes too early is led back', async () => {
  const id = crypto.randomUUID();
  says(id, { withStaff: bo.id });
  expect((await web.post(path(id), { words: 'Hello' })).status).toBe(404);
  expect((await web.get(path(id))).location).toBe(`/made-up/party/${id}`);
});

test('a coordinator begins with whom they may talk, in words that this person reads, and never with themselves', async () => {
  const id = crypto.randomUUID();
  expect((await desk.get(staffPath(id))).status).toBe(404);
  says(id, { withStaff: staff.id });
  expect((await desk.get(staffPath(id))).status).toBe(404);
  says(id, { withStaff: ana.id });
  expect((await desk.get(staffPath(id))).text).toContain('Write to this person');
  expect((await desk.post(staffPath(id), { words: '', ready: '' })).refusals['words']).toBeTruthy();
  const { location } = await desk.post(staffPath(id), { words: 'Please bring a hat.', ready: '' });
  expect((await web.get(location ?? '')).text).toContain('Please bring a hat.');
  expect((await desk.get(staffPath(id))).location).toBe(location);
});

test('each is led to what they may read of it: those in it to their own, a coordinator to what is there', async () => {
  const subject = { kind: thing.kind, id: crypto.randomUUID() };
  says(subject.id, { together: [ana.id, bo.id], withStaff: ana.id });
  const [asked, together] = await inTransaction(db, async (tx) => {
    const writing = { subject, personId: ana.id, writer: { personId: ana.id, isStaff: false } };
    return [
      accepted(await writeAbout(tx, { ...writing, words: 'Hello', locale: 'en', now })),
      await openThread(tx, { kind: 'visit', subject, participantIds: [ana.id, bo.id], now }),
    ];
  });
  for (const [reader, led] of [
    [web, together],
    [house.as(actorOf(bo)), together],
    [desk, together],
  ] as const)
    expect((await reader.get(path(subject.id))).location).toBe(`/conversations/${led}`);
  await inTransaction(db, (tx) => keepOpenFor(tx, { kind: 'visit', subject, participantIds: [], now }));
  expect((await web.get(path(subject.id))).location).toBe(`/conversations/${asked}`);
  expect((await house.as(actorOf(bo)).get(path(subject.id))).location).toBe(`/conversations/${together}`);
});

test('a conversation about what no module knows any more is still read, and leads back to the list', async () => {
  const subject = { kind: 'former.program', id: crypto.randomUUID() };
  const id = await inTransaction(db, (tx) =>
    openThread(tx, { kind: 'visit', subject, participantIds: [ana.id, bo.id], now }),
  );
  const page = await web.get(`/conversations/${id}`);
  expect(page.status).toBe(200);
  expect(page.html).toContain('href="/en/conversations"');
});

test('a coordinator who is close to a thing reads, writes and hears nothing about it by office', async () => {
  const subject = { kind: thing.kind, id: crypto.randomUUID() };
  says(subject.id, { withStaff: ana.id });
  const id = await inTransaction(db, async (tx) => {
    const writing = { subject, personId: ana.id, writer: { personId: ana.id, isStaff: false } };
    return accepted(await writeAbout(tx, { ...writing, words: 'He frightens me.', locale: 'en', now }));
  });
  const writing = { words: 'What did he do?', ready: '' };
  const isListed = async () => {
    const whom = { personId: ana.id, readerId: staff.id };
    const { rows } = await conversationsPersonPart(() => thing).list(db, whom, { after: null, limit: 50 });
    return rows.some((row) => renderPart(row, 'en').includes(id));
  };
  const isTold = () => {
    const told = conversationNews(() => thing).find(({ kind }) => kind === 'desk_message');
    const roles = new Set(['coordinator'] as const);
    return told?.mayKnow({ db, personId: staff.id, roles, objectId: id, now });
  };
  expect([await isListed(), await isTold()]).toEqual([true, true]);
  expect((await desk.get(`/conversations/${id}`)).text).toContain('He frightens me.');
  isClose(subject.id, staff.id);
  expect([await isListed(), await isTold()]).toEqual([false, false]);
  for (const path of [`/conversations/${id}`, staffPath(subject.id)])
    expect((await desk.get(path)).status, path).toBe(404);
  for (const path of [`/conversations/${id}/messages`, staffPath(subject.id)])
    expect((await desk.post(path, writing)).status, path).toBe(404);
  expect((await web.get(`/conversations/${id}`)).text).toContain('He frightens me.');
});
