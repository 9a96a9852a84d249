import { pino } from 'pino';
import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { apply, DECIDER, makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { interviewChangesRoute } from '../../../pages/interview-changes.ts';
import { pageMessages } from '../../../pages/pages.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { conversationsModule, findOpenThreadId, findThread } from '../../conversations/index.ts';
import { createPerson, peopleModule } from '../../people/index.ts';
import { leaveVolunteering, scheduleInterview, suspendPerson, trustModule } from '../index.ts';
import { volunteeringThing } from './thing.ts';

const pages = { name: 'pages', messages: pageMessages, routes: [interviewChangesRoute] };
const conversations = conversationsModule([volunteeringThing]);
const house = await testHouse([trustModule, peopleModule(), conversations, pages]);
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
  const begins = (await desk.get(begun)).text;
  expect(begins).toContain('Soraさんは英語を読みます。');
  expect(begins).toContain('面談は、オンラインと会って話すのと、どちらがよいですか。');
  // What an applicant says is not offered to who answers.
  expect(begins).not.toContain('面談の時間を変えたいです。');
  const written = await desk.post(begun, { ready: 'interview_how', words: '' });
  const read = await house.as(actorOf({ id: other }, [])).get(written.location ?? '');
  expect(read.text).toContain('Would you rather meet online or in person for the interview?');
});

test('Japanese to who reads none is held up once: the page that says so sends it as it is', async () => {
  const { id } = await applicant('Lea');
  const path = `/trust/people/${id}/conversation`;
  const words = 'いつ きますか。';
  const heldUp = await desk.post(path, { ready: '', words });
  expect(heldUp.status).toBe(422);
  expect(await openFor(id)).toBeNull();
  expect(heldUp.html).toContain(words);
  const mark = /<input type="hidden" name="hintsSeen" value="(.)"/.exec(heldUp.html)?.[1];
  const sent = await desk.post(path, { ready: '', words, hintsSeen: mark ?? '' });
  expect((await house.as(actorOf({ id }, [])).get(sent.location ?? '')).text).toContain(words);
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
  const asked = await mina.post('/volunteering/interview-changes', { otherTimes: 'Friday at 18:00' });
  const read = await desk.get(asked.location ?? '');
  expect(read.text).toContain('面談の時間を変えたいです。');
  expect(read.text).toContain('Friday at 18:00');
  expect((await mina.get('/volunteering')).text).toContain('Next is the interview.');
});

test('a volunteer finds the way to the coordinators on their page', async () => {
  const volunteer = await makeVolunteer(db, now);
  const page = await house.as(actorOf(volunteer, [])).get('/volunteering');
  expect(page.html).toContain('href="/en/volunteering/conversation"');
});

test('whoever has not applied has nobody to write to, and nobody begins it with themselves', async () => {
  const stranger = await inTransaction(db, (tx) => createPerson(tx, { name: 'Noa', now }));
  const noa = house.as(actorOf(stranger, []));
  expect((await noa.get('/volunteering/conversation')).location).toBe('/volunteering');
  expect((await noa.post('/volunteering/conversation', { words: 'Hello' })).status).toBe(404);
  expect((await desk.get(`/trust/people/${stranger.id}/conversation`)).status).toBe(404);
  expect((await noa.get(`/trust/people/${stranger.id}/conversation`)).status).toBe(403);
});

/** Heard without the worker: what acts published in their own transactions. */
async function hear(type: string, ids: Record<string, string>): Promise<void> {
  const context = { db, clock: house.clock, log: pino({ level: 'silent' }) };
  for (const listener of (conversations.listeners ?? []).filter(({ event }) => event === type))
    await listener.handle({ id: crypto.randomUUID(), type, ids }, context);
}
const writeFirst = (id: string) =>
  house.as(actorOf({ id }, [])).post('/volunteering/conversation', { words: 'Hello' });
const leave = (personId: string) =>
  inTransaction(db, (tx) => leaveVolunteering(tx, { personId, reason: '', now }));

test('with the application it ends, also for words that were being written meanwhile', async () => {
  for (const late of [false, true]) {
    const { id } = await applicant('Rin');
    await writeFirst(id);
    const threadId = (await openFor(id)) ?? '';
    await leave(id);
    if (late)
      await hear('conversations.message.sent', { subjectKind: 'people.person', subjectId: id, threadId });
    else await hear('trust.application.withdrawn', { personId: id });
    expect((await findThread(db, threadId))?.closedAt).not.toBeNull();
  }
});

test('news of an application that has ended close nothing of the next one', async () => {
  const { id } = await applicant('Kei');
  await leave(id);
  await apply(db, id, now);
  await writeFirst(id);
  const threadId = await openFor(id);
  expect(threadId).not.toBeNull();
  await hear('trust.application.withdrawn', { personId: id });
  expect(await openFor(id)).toBe(threadId);
});

test('a suspension ends it, and nobody begins it again', async () => {
  const { id } = await applicant('Ema');
  await writeFirst(id);
  const reason = 'A worry is looked into.';
  await inTransaction(db, (tx) => suspendPerson(tx, { personId: id, by: DECIDER, reason, now }));
  await hear('trust.person.suspended', { personId: id });
  expect(await openFor(id)).toBeNull();
  const path = `/trust/people/${id}/conversation`;
  expect((await desk.get(`/trust/people/${id}`)).html).not.toContain(path);
  expect((await desk.get(path)).status).toBe(404);
  expect((await desk.post(path, { ready: '', words: 'Hello' })).status).toBe(404);
  expect((await writeFirst(id)).status).toBe(404);
  expect(await openFor(id)).toBeNull();
});
