import { expect, test } from 'vitest';
import { adult, child, EVENTS, publishedEvent, registered, sure } from '../../../../test/support/events.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { makeApplicant, makeVolunteer } from '../../../../test/support/volunteers.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { suspendPerson } from '../../trust/index.ts';
import { registrationsOf } from '../data-of.ts';
import { followClock } from '../event/commands.ts';
import { eventsModule } from '../module.ts';
import { cancelRegistration } from '../registrations/commands.ts';
import { reportEvent } from '../report/report.ts';
import { insertDoorEntries } from '../store/door.ts';
import { listHelpers } from '../store/helpers.ts';
import { doorLink } from './link.ts';

const house = await testHouse([eventsModule(EVENTS)], '2026-12-06T12:30:00+09:00');
const { db, clock } = house;
const STARTS = Temporal.Instant.from('2026-12-06T13:00:00+09:00');
const SOLD = clock().subtract({ hours: 240 });
const coordinator = (name: string) =>
  inTransaction(db, (tx) => createPerson(tx, { name, weekly: [], now: clock(), roles: ['coordinator'] }));
const [sato, kato] = [await coordinator('Sato'), await coordinator('Kato')];
const mori = await makeVolunteer(db, SOLD, { name: 'Mori Hana', email: 'mori@example.org' });
const desk = house.as(actorOf(sato, ['coordinator']));
const visitor = house.as();
const seats = [{ kind: 'anybody', language: '', capacity: 9 }] as const;
const event = (startsAt = STARTS) => publishedEvent(db, [sato.id, kato.id], startsAt, seats, SOLD);
const at = (id: string) => `/desk/events/${id}/helpers`;

async function helping(id: string): Promise<{ readonly id: string; readonly link: string }> {
  expect((await desk.post(at(id), { name: 'mori@example.org' })).status).toBe(303);
  const [helper] = await listHelpers(db, id);
  return { id: helper?.id ?? '', link: doorLink(EVENTS, helper?.id ?? '') };
}

test('a helper opens the list and presses by a link alone, on that day, until they are taken off', async () => {
  const [id, other] = [await event(), await event()];
  const one = await registered(db, id, { email: 'guest@example.org', party: [adult], now: SOLD });
  const { id: helperId, link } = await helping(id);
  expect((await visitor.get(link)).text).toContain('guest@example.org');
  expect((await visitor.post(link, { press: `here ${one} 1` })).location).toContain(link);
  const sent = { device: crypto.randomUUID(), press: '1 1 walk_in 1 0 -' };
  expect((await visitor.post(`${link}/log`, sent)).status).toBe(200);
  // A registration of another event is none here.
  const elsewhere = await registered(db, other, { email: 'b@example.org', party: [adult], now: SOLD });
  expect((await visitor.post(link, { press: `here ${elsewhere} 1` })).status).toBe(422);
  const entries = await db.selectFrom('events.door_entries').select('by_person').execute();
  expect(entries.map(({ by_person }) => by_person)).toEqual([mori.id, mori.id]);
  // A form that comes back shows the list once more.
  const back = await visitor.post(`${link}/walk-ins`, { adults: '0', children: '0', language: '', name: '' });
  expect([back.status, back.text.includes('guest@example.org')]).toEqual([422, true]);
  const traces = await db
    .selectFrom('audit.entries')
    .select(['action', 'actor_id', 'actor_role'])
    .where('action', 'like', 'events.door.%')
    .where('outcome', '!=', 'refused')
    .orderBy('id')
    .execute();
  const by = { actor_id: mori.id, actor_role: 'volunteer' };
  const [read, pressed] = ['read', 'pressed'].map((what) => ({ action: `events.door.${what}`, ...by }));
  expect(traces).toEqual([read, pressed, pressed, read, read]);
  // Two helpers at one tablet have two logs, though neither is signed in.
  expect(back.html).toContain(`data-door="${id} ${helperId}"`);
  expect((await desk.post(`${at(id)}/${helperId}/ending`)).status).toBe(303);
  expect((await visitor.get(link)).status).toBe(404);
  expect((await visitor.post(`${link}/log`, { ...sent, press: '2 1 walk_in 1 0 -' })).status).toBe(404);
});

test('a link opens from a day before to a day after, and is for nobody who is suspended', async () => {
  const later = await helping(await event(clock().add({ hours: 25 })));
  expect((await visitor.get(later.link)).status).toBe(404);
  const id = await event(clock().add({ hours: 23 }));
  const soon = await helping(id);
  expect((await visitor.get(soon.link)).status).toBe(200);
  await db
    .updateTable('events.events')
    .set({ starts_at: clock().subtract({ hours: 30 }), ends_at: clock().subtract({ hours: 25 }) })
    .set({ registration_closes_at: clock().subtract({ hours: 30 }) })
    .where('id', '=', id)
    .execute();
  expect((await visitor.get(soon.link)).status).toBe(404);
  const ueda = await makeVolunteer(db, SOLD, { name: 'Ueda Ken', email: 'ueda@example.org' });
  const today = await event();
  await desk.post(at(today), { name: 'ueda@example.org' });
  const [helper] = await listHelpers(db, today);
  const link = doorLink(EVENTS, helper?.id ?? '');
  expect((await visitor.get(link)).status).toBe(200);
  const by = { personId: sato.id, role: 'coordinator' } as const;
  const reason = 'Something happened at the door that was not right.';
  sure(await inTransaction(db, (tx) => suspendPerson(tx, { personId: ueda.id, by, reason, now: clock() })));
  expect((await visitor.get(link)).status).toBe(404);
});

test('only approved volunteers are asked, each once', async () => {
  const id = await event();
  await makeApplicant(db, SOLD, { name: 'Applicant Aya', email: 'aya@example.org' });
  const refused = await desk.post(at(id), { name: 'aya@example.org' });
  expect(Object.keys(refused.refusals)).toEqual(['name']);
  expect(refused.html).toContain('value="aya@example.org"');
  await helping(id);
  expect((await desk.post(at(id), { name: 'mori@example.org' })).status).toBe(422);
  expect((await house.as(actorOf(mori, ['volunteer'])).get(at(id))).status).toBe(403);
});

test('with the report helpers have their hours, and who came to a training that step', async () => {
  const id = await event();
  await db.updateTable('events.events').set({ kind: 'training' }).where('id', '=', id).execute();
  await helping(id);
  const [came, away, parent] = [
    await makeApplicant(db, SOLD, { name: 'Came', email: 'came@example.org' }),
    await makeApplicant(db, SOLD, { name: 'Away', email: 'away@example.org' }),
    await makeApplicant(db, SOLD, { name: 'Parent', email: 'parent@example.org' }),
  ];
  const of = (who: { readonly id: string }, one = adult) =>
    registered(db, id, { email: `${who.id}@example.org`, personId: who.id, party: [one], now: SOLD });
  // Given up and registered anew: they come once.
  const before = await of(came);
  const given = { registrationId: before, as: 'registrant', byPersonId: null, now: SOLD } as const;
  sure(await inTransaction(db, (tx) => cancelRegistration(tx, given)));
  const [first, , third, alone] = [
    await of(came),
    await of(away),
    await of(kato),
    await of(parent, child(9)),
  ];
  const entry = { device: crypto.randomUUID(), byPersonId: sato.id, pressedAt: clock() };
  const here = (registrationId: string) => ({ act: 'here', registrationId, place: 1 }) as const;
  await inTransaction(db, async (tx) => {
    const presses = [
      { ...entry, seq: 1, press: here(first) },
      // Somebody who has not applied has no step to take, and keeps nobody from closing it.
      { ...entry, seq: 2, press: here(third) },
      // Whoever sends a child has not been there.
      { ...entry, seq: 3, press: here(alone) },
      { ...entry, seq: 4, press: here(before) },
    ];
    await insertDoorEntries(tx, presses, { eventId: id, receivedAt: clock() });
    for (const now of [STARTS, STARTS.add({ hours: 3 })]) await followClock(tx, id, now);
  });
  const now = STARTS.add({ hours: 4 });
  const on = { eventId: id, as: 'coordinator', byPersonId: sato.id, now, learned: null } as const;
  sure(await inTransaction(db, (tx) => reportEvent(tx, on)));
  const steps = await db
    .selectFrom('trust.completions')
    .select(['person_id', 'step'])
    .where('person_id', 'in', [came.id, away.id, kato.id, parent.id])
    .execute();
  expect(steps).toEqual([{ person_id: came.id, step: 'training' }]);
  const page = await house.as(actorOf(mori, ['volunteer'])).get('/events/helping');
  expect(page.text).toContain('3 hours in all');
  // What was counted is taken from nobody, and nobody is added to whom nothing would be counted.
  const [helper] = await listHelpers(db, id);
  expect((await desk.get(at(id))).html).not.toContain('name="name"');
  for (const path of [at(id), `${at(id)}/${helper?.id}/ending`])
    expect((await desk.post(path, { name: 'mori@example.org' })).status).toBe(422);
  expect(await listHelpers(db, id)).toEqual([helper]);
});

test('whoever does not help any more finds in their data that they did', async () => {
  const abe = await makeVolunteer(db, SOLD, { name: 'Abe Jun', email: 'abe@example.org' });
  const id = await event();
  await desk.post(at(id), { name: 'abe@example.org' });
  const [helper] = await listHelpers(db, id);
  await desk.post(`${at(id)}/${helper?.id}/ending`);
  const data = await registrationsOf(db, { id: abe.id, locale: 'en' });
  expect(data['event_helping']).toEqual([{ event: 'Exchange meeting', starts_at: STARTS, minutes: null }]);
});
