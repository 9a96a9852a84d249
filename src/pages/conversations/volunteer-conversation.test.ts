import { pino } from 'pino';
import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../test/support/house.ts';
import { DECIDER, makeApplicant } from '../../../test/support/volunteers.ts';
import { conversationsModule, findOpenThreadId, findThread } from '../../modules/conversations/index.ts';
import { createPerson, peopleModule } from '../../modules/people/index.ts';
import { leaveVolunteering, scheduleInterview, trustModule } from '../../modules/trust/index.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { pageMessages } from '../pages.ts';
import { volunteerConversationListeners, volunteerConversationRoutes } from './volunteer-conversation.tsx';

const pages = { name: 'pages', messages: pageMessages, routes: volunteerConversationRoutes };
const house = await testHouse([trustModule, peopleModule(), conversationsModule, pages]);
const { db } = house;
const now = house.clock();
const staff = await inTransaction(db, (tx) => createPerson(tx, { name: 'Kobayashi', now }));
const desk = house.as(actorOf(staff, ['coordinator']), 'ja');

const applicant = (name: string) => makeApplicant(db, now, { name, locale: 'en' });
const openFor = (id: string) => findOpenThreadId(db, 'asking', { kind: 'people.person', id });

test('an applicant and the coordinators can write to each other, each side first', async () => {
  const { id } = await applicant('Hana');
  const hana = house.as(actorOf({ id }, []));
  expect((await hana.get('/volunteering')).html).toContain('href="/en/volunteering/conversation"');
  const first = await hana.post('/volunteering/conversation', { words: 'May I bring a friend?' });
  const thread = await hana.get(first.location ?? '');
  expect(thread.text).toContain('About volunteering');
  expect(thread.text).toContain('May I bring a friend?');
  expect(thread.html).toContain('href="/en/volunteering"');
  const path = `/trust/people/${id}/conversation`;
  expect((await desk.get(`/trust/people/${id}`)).html).toContain(`href="/ja${path}"`);
  expect((await desk.get(path)).location).toBe(first.location);

  const { id: other } = await applicant('Sora');
  const begun = `/trust/people/${other}/conversation`;
  expect((await desk.get(begun)).text).toContain('Soraさんは英語を読みます。');
  const written = await desk.post(begun, { ready: 'interview_how', words: '' });
  const read = await house.as(actorOf({ id: other }, [])).get(written.location ?? '');
  expect(read.text).toContain('Would you rather meet online or in person for the interview?');
});

test('an applicant asks for another time of the interview, and it stays until a coordinator sets one', async () => {
  const { id } = await applicant('Mina');
  const mina = house.as(actorOf({ id }, []));
  const startsAt = now.add({ hours: 48 });
  const meeting = { durationMinutes: 45, place: 'online', whereWords: 'https://meet.example.org/1' } as const;
  await inTransaction(db, (tx) =>
    scheduleInterview(tx, { personId: id, startsAt, ...meeting, by: DECIDER, now }),
  );
  expect((await mina.get('/volunteering')).html).toContain('action="/en/volunteering/interview-changes"');
  const asked = await mina.post('/volunteering/interview-changes', { other_times: 'Friday at 18:00' });
  const read = await desk.get(asked.location ?? '');
  expect(read.text).toContain('面談の時間を変えたいです。');
  expect(read.text).toContain('Friday at 18:00');
  expect((await mina.get('/volunteering')).text).toContain('Next is the interview.');
});

test('whoever has not applied has nobody to write to, and nobody begins it with themselves', async () => {
  const stranger = await inTransaction(db, (tx) => createPerson(tx, { name: 'Noa', now }));
  const noa = house.as(actorOf(stranger, []));
  expect((await noa.get('/volunteering/conversation')).location).toBe('/volunteering');
  expect((await noa.post('/volunteering/conversation', { words: 'Hello' })).status).toBe(404);
  expect((await desk.get(`/trust/people/${stranger.id}/conversation`)).status).toBe(404);
  expect((await noa.get(`/trust/people/${stranger.id}/conversation`)).status).toBe(403);
});

test('with the application it ends', async () => {
  const { id } = await applicant('Rin');
  await house.as(actorOf({ id }, [])).post('/volunteering/conversation', { words: 'Hello' });
  const threadId = (await openFor(id)) ?? '';
  await inTransaction(db, (tx) => leaveVolunteering(tx, { personId: id, reason: '', now }));
  // Published by leaveVolunteering in the same transaction; heard here without the worker.
  const heard = { id: crypto.randomUUID(), type: 'trust.application.withdrawn', ids: { personId: id } };
  const context = { db, clock: house.clock, log: pino({ level: 'silent' }) };
  for (const listener of volunteerConversationListeners.filter(({ event }) => event === heard.type))
    await listener.handle(heard, context);
  expect((await findThread(db, threadId))?.closedAt).not.toBeNull();
});
