import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { adult, EVENTS, publishedEvent, registered } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { registrationsOf } from '../data-of.ts';
import { followClock } from '../event/commands.ts';
import { tellTask } from '../mail/tell.ts';
import { eventsModule } from '../module.ts';
import { tokenOf } from '../registrations/token.ts';
import { takeAnswers } from '../report/report.ts';
import { listAnswers } from '../store/answers.ts';
import { eventsSurvey } from './ask.ts';
import { surveyQuestions } from './questions.ts';

const house = await testHouse([eventsModule(EVENTS)], '2026-12-06T16:00:00+09:00');
const { db, clock } = house;
const person = (name: string) =>
  inTransaction(db, (tx) =>
    createPerson(tx, {
      name,
      email: `${name}@example.org`,
      weekly: [],
      now: clock(),
      roles: ['coordinator'],
    }),
  );
const [sato, kato] = [await person('Sato'), await person('Kato')];
const SOLD = clock().subtract({ hours: 240 });
const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const log = {} as never;
const desk = house.as(actorOf(sato, ['coordinator']));
const visitor = house.as();

/** An event of two seats that is over: two had seats, one waited. */
async function held() {
  const seats = [{ kind: 'anybody', language: '', capacity: 2 }] as const;
  const id = await publishedEvent(db, [sato.id, kato.id], STARTS, seats, SOLD);
  const of = (email: string, personId?: string) =>
    registered(db, id, { email, party: [adult], now: SOLD, ...(personId && { personId }) });
  const ids = [await of('kato@example.org', kato.id), await of('b@example.org'), await of('c@example.org')];
  for (const at of [STARTS, STARTS.add({ hours: 3 })])
    await inTransaction(db, (tx) => followClock(tx, id, at));
  const [first = '', second = '', waits = ''] = ids.map(
    (one) => `/events/registrations/${tokenOf(EVENTS, one)}`,
  );
  return { id, ids, own: { first, second, waits } };
}

async function asked(eventId: string): Promise<number> {
  await eventsSurvey.run({}, { db, clock, log });
  const { rows } = await sql<{ id: number }>`
    select id from events.seat_moves where act = 'survey' and event_id = ${eventId}::uuid`.execute(db);
  for (const { id } of rows) await tellTask(EVENTS).run({ moveId: Number(id) }, { db, clock, log });
  return rows.length;
}

test('two hours after the end whoever had seats is asked once, and says it in two presses', async () => {
  const { id, own } = await held();
  expect(await asked(id)).toBe(0);
  clock.advance({ hours: 2 });
  expect([await asked(id), await asked(id)]).toEqual([2, 2]);
  const { rows } = await sql<{ text: string }>`select payload->>'text' as text
    from graphile_worker._private_jobs where key like 'send-mail:event:%' and payload->>'to' = 'kato@example.org'`.execute(
    db,
  );
  const mail = rows.map(({ text }) => text).filter((text) => text.includes('how was it'));
  expect(mail).toHaveLength(1);
  expect(mail[0]).toMatch(/\/events\/registrations\/\S+\/answers/);
  expect(mail[0]).not.toContain('南池袋');

  expect((await visitor.get(own.first)).text).toContain('Say how it was');
  const nothing = await visitor.post(`${own.first}/answers`, { words: 'It was warm' });
  expect(Object.keys(nothing.refusals)).toEqual(['mood', 'understood']);
  expect(nothing.html).toContain('It was warm');
  const said = { mood: 'good', understood: 'most', words: 'It was warm' };
  expect((await visitor.post(`${own.first}/answers`, said)).flash).toBe('Thank you. We read all of it.');
  expect((await visitor.get(own.first)).text).toContain('Thank you for saying how it was.');
  expect((await visitor.post(`${own.waits}/answers`, said)).status).toBe(422);
  const data = await registrationsOf(db, { id: kato.id, locale: 'en' });
  expect(data['event_answers']).toMatchObject([
    { survey_mood: 'Good', survey_understood: 'Most of it', words: 'It was warm' },
  ]);
});

test('a report is figures and words without names; answers that come later are counted as well', async () => {
  const { id, own } = await held();
  const at = `/desk/events/${id}/report`;
  const said = { mood: 'good', understood: 'all', words: 'Somebody sang' };
  await visitor.post(`${own.first}/answers`, said);
  const page = await desk.get(at);
  expect(page.text).toContain('Somebody sang');
  expect(page.text).not.toMatch(/kato/i);
  const closed = await desk.post(`${at}/closing`, { version: '6', seen: '', learned: 'More chairs' });
  expect(closed.status).toBe(422);
  expect(closed.html).toContain('More chairs');
  const { version } = await db
    .selectFrom('events.events')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const sent = await desk.post(`${at}/closing`, { version: `${version}`, seen: '', learned: 'More chairs' });
  expect(sent).toMatchObject({ location: at, flash: 'The report is closed.' });
  await visitor.post(`${own.second}/answers`, { ...said, mood: 'not_good', words: '' });
  // What was said before is replaced, not counted twice.
  await visitor.post(`${own.first}/answers`, { ...said, mood: 'very_good' });
  const row = await db
    .selectFrom('events.reports')
    .select('figures')
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(row.figures).toMatchObject({
    ...{ seated: 2, came: 0, walkIns: 0, parties: 2 },
    survey: { answered: 2, moods: [1, 0, 0, 1], understood: [2, 0, 0] },
  });
  const after = await desk.get(at);
  expect(after.text).toContain('More chairs');
  expect(after.text).not.toContain('Close the report');
});

test('many who answer at once wait for each other, and none is stopped', async () => {
  const { id, ids } = await held();
  const [first = '', second = ''] = ids;
  const given = surveyQuestions.give({ mood: 'good', understood: 'all', words: '' });
  for (let round = 0; round < 5; round++) {
    await db.deleteFrom('events.answers').where('registration_id', 'in', ids).execute();
    // Not `inTransaction`, which does its work again where a rival was in the way.
    const answered = [first, second].map((one) =>
      db.transaction().execute((tx) => takeAnswers(tx, { id: one, eventId: id }, { given, now: clock() })),
    );
    await Promise.all(answered);
    expect(await listAnswers(db, id)).toHaveLength(2);
  }
});

test('nothing is asked before it is over, and a report is for coordinators', async () => {
  const seats = [{ kind: 'anybody', language: '', capacity: 2 }] as const;
  const id = await publishedEvent(
    db,
    [sato.id, kato.id],
    clock().add({ hours: 48 }),
    seats,
    clock().subtract({ hours: 1 }),
  );
  const one = await registered(db, id, { email: 'early@example.org', party: [adult], now: clock() });
  const path = `/events/registrations/${tokenOf(EVENTS, one)}/answers`;
  expect((await visitor.get(path)).text).toContain('as soon as the event is over');
  expect((await visitor.post(path, { mood: 'good', understood: 'all', words: '' })).status).toBe(422);
  expect((await desk.get(`/desk/events/${id}/report`)).status).toBe(404);
  const over = await held();
  const volunteer = house.as(actorOf(kato, ['volunteer']));
  expect((await volunteer.get(`/desk/events/${over.id}/report`)).status).toBe(403);
});
