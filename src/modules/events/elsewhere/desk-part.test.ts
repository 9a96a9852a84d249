import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { adult, eventFields, publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { ask } from '../../../platform/database/questions.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { draftEvent, followClock, sendBackEvent, submitEvent } from '../event/commands.ts';
import { cancelRegistration } from '../registrations/commands.ts';
import { waitingEvents } from '../store/on-desk.ts';
import { eventsNews } from './news.ts';

const { db } = await testDatabase();
const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const NOW = at('2026-11-24T09:00');
const STARTS = at('2026-12-07T13:00');
const act = <T>(work: Parameters<typeof inTransaction<T>>[1]) => inTransaction(db, work);
const coordinator = async (name: string) =>
  (await act((tx) => createPerson(tx, { name, weekly: [], now: NOW, roles: ['coordinator'] }))).id;
const [sato, kato] = [await coordinator('Sato'), await coordinator('Kato')];
const places = [
  { kind: 'anybody', language: '', capacity: 1 },
  { kind: 'interpretation', language: 'ne', capacity: 1 },
] as const;
const waiting = async (reader: string, now: Temporal.Instant) =>
  (await ask(db, waitingEvents(reader, now))).map(({ id, kind, offered, interpreted }) => ({
    ...{ id, kind, offered, interpreted },
  }));

test('an event waits for a second pair of eyes, and not for those that submitted it', async () => {
  const eventId = await act((tx) =>
    draftEvent(tx, eventFields(sato, STARTS, places), { personId: sato, now: NOW }),
  );
  const on = { eventId, as: 'coordinator', now: NOW } as const;
  expect(await waiting(kato, NOW)).toEqual([]);
  sure(await act((tx) => submitEvent(tx, { ...on, byPersonId: sato })));
  expect(await waiting(kato, NOW)).toEqual([
    { id: eventId, kind: 'event_review', offered: 0, interpreted: 0 },
  ]);
  expect(await waiting(sato, NOW)).toEqual([]);

  const [waits, cameBack] = eventsNews;
  const question = { db, personId: kato, now: NOW, objectId: eventId };
  expect(waits?.events).toEqual(['events.event.submitted']);
  // Whoever did it is left out of all news by the house.
  expect((await waits?.whom({ db, now: NOW, ids: { eventId, byPersonId: sato } }))?.toSorted()).toEqual(
    [sato, kato].toSorted(),
  );
  expect(await waits?.mayKnow({ ...question, roles: new Set(['coordinator']) })).toBe(true);
  expect(await waits?.mayKnow({ ...question, roles: new Set(['volunteer']) })).toBe(false);
  expect(await waits?.isStillSo?.({ ...question, roles: new Set() })).toBe(true);
  sure(await act((tx) => sendBackEvent(tx, { ...on, byPersonId: kato })));
  expect(await waits?.isStillSo?.({ ...question, roles: new Set() })).toBe(false);
  expect(await cameBack?.whom({ db, now: NOW, ids: { eventId, byPersonId: kato } })).toEqual([sato]);
  expect(await cameBack?.isStillSo?.({ ...question, roles: new Set() })).toBe(true);
  expect(await waiting(kato, NOW)).toEqual([]);
});

test('an event waits in its last three days for open offers and interpretation, then for its report', async () => {
  const id = await publishedEvent(db, [sato, kato], STARTS, places, NOW);
  const first = await registered(db, id, { email: 'a@example.org', now: NOW });
  await registered(db, id, {
    ...{ email: 'b@example.org', party: [{ ...adult, interpretation: 'ne' }], now: NOW },
  });
  const near = at('2026-12-05T09:00');
  expect(await waiting(kato, near)).toEqual([]);
  const on = { registrationId: first, as: 'registrant', byPersonId: null, now: near } as const;
  sure(await act((tx) => cancelRegistration(tx, on)));
  const row = { id, kind: 'event_soon', offered: 1, interpreted: 1 };
  expect(await waiting(sato, near)).toEqual([row]);
  expect(await waiting(sato, at('2026-12-04T12:59'))).toEqual([]);
  await act((tx) => followClock(tx, id, STARTS));
  expect(await waiting(sato, STARTS)).toEqual([]);
  await act((tx) => followClock(tx, id, STARTS.add({ hours: 3 })));
  expect(await waiting(sato, STARTS.add({ hours: 4 }))).toEqual([
    { id, kind: 'event_report', offered: 0, interpreted: 0 },
  ]);
});
