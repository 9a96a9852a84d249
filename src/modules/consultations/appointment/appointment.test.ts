import { beforeEach, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { listOpenSlots, offerSlots, slotsModule } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { askForConsultation } from '../ask/ask.ts';
import { consultationsModule } from '../module.ts';
import { fitsPlace } from './commands.ts';
import { APPOINTMENT } from './store.ts';

const services = { files: testFiles(), secret: 's'.repeat(40), publicUrl: 'https://otonari.test' };
const module = consultationsModule(services);
const house = await testHouse([module, slotsModule(module.appointments ?? [])]);
const { db, clock } = house;
const MORNING = clock();
const ROOM = 'Room 3, Sakura building';

async function person(name: string, ...roles: Role[]) {
  const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', weekly: [] } as const;
  const made = await inTransaction(db, (tx) => createPerson(tx, { ...of, now: clock(), roles }));
  return { id: made.id, web: house.as(actorOf(made, roles), 'en') };
}
const asha = await person('Asha', 'resident');
const binh = await person('Binh', 'resident');
const mori = await person('Mori', 'coordinator');
const kato = await person('Kato', 'coordinator');

const ask = (residentId: string) =>
  inTransaction(db, (tx) =>
    askForConsultation(tx, {
      ...{
        residentId,
        field: 'housing',
        language: 'en',
        urgency: 'can_wait',
        origin: 'direct',
        now: clock(),
      },
      ...{ words: 'A long story.', signs: [], isAnonymous: true, deadline: null },
      contact: { channel: 'email', phone: '', times: '' },
    }),
  );
const offer = (hostId: string, from: string) =>
  inTransaction(db, async (tx) => {
    const place = { kind: APPOINTMENT, hostId, place: 'place', whereWords: ROOM } as const;
    const day = Temporal.PlainDate.from('2026-11-26');
    const until = `${Number(from.slice(0, 2)) + 1}:00`;
    expect(await offerSlots(tx, { ...place, day, from, until, minutes: 60 }, clock())).toMatchObject({
      ok: true,
    });
  });
const open = async (hostId: string) =>
  (await listOpenSlots(db, APPOINTMENT, { hostIds: [hostId], after: clock(), most: 10 }))[0]?.id ?? '';
const stateOf = async (id: string) =>
  await db
    .selectFrom('consultations.matters')
    .select(['state', 'is_anonymous'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();

let id: string;
beforeEach(async () => {
  clock.set(MORNING);
  await db.deleteFrom('slots.offered').execute();
  await db.deleteFrom('consultations.matters').execute();
  id = await ask(asha.id);
  await mori.web.post(`/desk/consultations/${id}/care`);
});
const choose = async (fields: object = {}) =>
  asha.web.post(`/consultations/${id}/booking`, { way: 'in_person', slot: await open(mori.id), ...fields });

test('somebody chooses a time of their coordinator, and stays unnamed until then', async () => {
  await offer(mori.id, '14:00');
  expect((await stateOf(id)).is_anonymous).toBe(true);
  expect((await asha.web.get(`/consultations/${id}/appointment`)).text).toContain('sees your name');
  expect((await choose()).status).toBe(303);
  expect(await stateOf(id)).toEqual({ state: 'appointed', is_anonymous: false });
  expect((await asha.web.get(`/consultations/${id}/appointment`)).text).toContain(ROOM);
  const row = await db.selectFrom('consultations.appointments').selectAll().executeTakeFirstOrThrow();
  expect(JSON.stringify(row)).not.toContain(ROOM);
});

test('its calendar says when, and nothing of what', async () => {
  await offer(mori.id, '14:00');
  await choose();
  const file = await asha.web.get(`/consultations/${id}/appointment.ics`);
  expect(file.html).toContain('SUMMARY:Otonari: appointment');
  for (const said of ['onsult', 'S-1', ROOM, 'ousing']) expect(file.html).not.toContain(said);
  expect((await binh.web.get(`/consultations/${id}/appointment.ics`)).status).toBe(404);
});

test('nobody books the time of another’s coordinator, or one that is taken', async () => {
  await offer(kato.id, '14:00');
  expect((await choose({ slot: await open(kato.id) })).status).toBe(422);
  await offer(mori.id, '15:00');
  const slot = await open(mori.id);
  const other = await ask(binh.id);
  await mori.web.post(`/desk/consultations/${other}/care`);
  const taken = await Promise.all([
    choose({ slot }),
    binh.web.post(`/consultations/${other}/booking`, { way: 'phone', slot }),
  ]);
  expect(taken.map(({ status }) => status).toSorted()).toEqual([303, 422]);
  expect(await db.selectFrom('consultations.appointments').select('id').execute()).toHaveLength(1);
});

test('called off, or with the matter withdrawn, its time is open again', async () => {
  await offer(mori.id, '14:00');
  const slot = await open(mori.id);
  await choose();
  expect(await open(mori.id)).toBe('');
  expect((await asha.web.post(`/consultations/${id}/calling-off`)).status).toBe(303);
  expect([await open(mori.id), (await stateOf(id)).state]).toEqual([slot, 'in_triage']);
  await choose();
  await asha.web.post(`/consultations/${id}/withdrawal`);
  expect(await open(mori.id)).toBe(slot);
});

test('without a way or a time it is refused beside the field', async () => {
  await offer(mori.id, '14:00');
  expect(Object.keys((await choose({ way: '' })).refusals)).toEqual(['way']);
  expect(Object.keys((await choose({ slot: '' })).refusals)).toEqual(['slot']);
  expect(Object.keys((await choose({ way: 'online' })).refusals)).toEqual(['way']);
});

test.each([
  ['in_person', 'place', true],
  ['in_person', 'online', false],
  ['online', 'online', true],
  ['online', 'place', false],
  ['phone', 'place', true],
  ['phone', 'online', true],
] as const)('%s at a time of the kind %s: %s', (way, place, fits) => {
  expect(fitsPlace(way, place).ok).toBe(fits);
});
