import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import type { Role } from '../../../platform/permissions.ts';
import { createPerson } from '../../people/index.ts';
import { askForConsultation } from '../ask/ask.ts';
import { insertExpert, markExpertLeft } from '../experts/store.ts';
import { insertInterpreter } from '../interpreters/store/interpreters.ts';
import { consultationsModule } from '../module.ts';
import { findMatter } from '../store/matters.ts';
import { type Field, numberOfMatter } from '../types.ts';
import { planDay } from './commands.ts';

const services = { files: testFiles(), secret: 's'.repeat(40), publicUrl: 'https://otonari.test' };
const house = await testHouse([consultationsModule(services)]);
const { db, clock } = house;

async function person(name: string, ...roles: Role[]) {
  const of = { name, email: `${name.toLowerCase()}@example.org`, locale: 'en', weekly: [] } as const;
  const made = await inTransaction(db, (tx) => createPerson(tx, { ...of, now: clock(), roles }));
  return { id: made.id, web: house.as(actorOf(made, roles), 'en') };
}
const asha = await person('Asha', 'resident');
const mori = await person('Mori', 'coordinator');

async function taken(field: Field, language: string) {
  const id = await inTransaction(db, (tx) =>
    askForConsultation(tx, {
      ...{ residentId: asha.id, field, language, urgency: 'can_wait', origin: 'direct', now: clock() },
      ...{ words: 'A long story.', signs: [], isAnonymous: false, deadline: null },
      contact: { channel: 'email', phone: '', times: '' },
    }),
  );
  await mori.web.post(`/desk/consultations/${id}/care`);
  const matter = await findMatter(db, id);
  return { id, number: matter ? numberOfMatter(matter) : '' };
}

let dayId: string;
const send = (part: string, fields: object) =>
  mori.web.post(`/desk/expert-days/${dayId}/${part}`, { ...fields });
const LAWYER = {
  ...({ name: 'Sato, lawyer', email: 'sato@law.example', license: 'lawyer', licenseNumber: '1' } as const),
  ...{ fields: ['law', 'housing'] as const, languages: ['en'], hoursAMonth: 4 },
};
const LINH = {
  ...({ name: 'Linh', email: 'linh@interpreters.example', knownAs: 'female', skill: 'trained' } as const),
  ...{ languages: ['vi'], times: '', pledgedOn: Temporal.PlainDate.from('2026-04-01') },
};
const by = () => ({ by: mori.id, now: clock() });
const lawyer = () => inTransaction(db, (tx) => insertExpert(tx, { ...LAWYER, ...by() }));
const linh = (more = {}) => inTransaction(db, (tx) => insertInterpreter(tx, { ...LINH, ...by(), ...more }));
const show = async () => (await mori.web.get(`/desk/expert-days/${dayId}`)).text;

beforeEach(async () => {
  await db.deleteFrom('consultations.days').execute();
  await db.deleteFrom('consultations.matters').execute();
  await db.deleteFrom('consultations.experts').execute();
  await db.deleteFrom('consultations.interpreters').execute();
  const answer = await mori.web.post('/desk/expert-days', {
    ...{ onDay: '2026-12-12', from: '13:00', minutes: '45', times: '2' },
  });
  dayId = answer.location?.split('/').at(-1) ?? '';
});

test('a day is planned anew with everything that is entered, and says who is left over and what would help', async () => {
  const [law, visa] = [await taken('law', 'en'), await taken('law', 'vi')];
  for (const { number } of [law, visa]) expect((await send('matters', { number })).status).toBe(303);
  expect(await show()).toContain('0 of 2 are seen');
  await send('people', { registerId: await lawyer() });
  expect(await show()).toContain('1 of 2 are seen');
  expect(await show()).toContain('Another interpreter of this language would help.');
  await send('people', { registerId: await linh() });
  const text = await show();
  for (const words of ['2 of 2 are seen', '13:00', '13:45', 'Linh', 'Sato, lawyer'])
    expect(text).toContain(words);
});

test('a coordinator’s hand is kept, and taken back', async () => {
  const { id, number } = await taken('medical', 'ja');
  await send('matters', { number });
  await send('people', { registerId: await lawyer() });
  const seats = async () => (await planDay(db, dayId))?.plan.seats.length;
  expect(await seats()).toBe(0);
  const expertId = (await planDay(db, dayId))?.people[0]?.id ?? '';
  await send('hands', { matterId: id, hand: expertId });
  expect(await seats()).toBe(1);
  await send('hands', { matterId: id, hand: 'free' });
  expect(await seats()).toBe(0);
  await send('hands', { matterId: id, hand: 'off' });
  expect((await planDay(db, dayId))?.matters).toEqual([]);
});

test('a number that there is not is refused beside the field', async () => {
  const answer = await send('matters', { number: 'S-1' });
  expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, ['number']]);
});

test('whoever is in no register, has left it, has not pledged or comes already is refused beside the field', async () => {
  const [here, gone, unpledged] = [await lawyer(), await lawyer(), await linh({ pledgedOn: null })];
  await inTransaction(db, (tx) => markExpertLeft(tx, gone, clock()));
  expect((await send('people', { registerId: here })).status).toBe(303);
  await lawyer();
  for (const registerId of [here, gone, unpledged, asha.id, '']) {
    const answer = await send('people', { registerId });
    expect([answer.status, Object.keys(answer.refusals)]).toEqual([422, ['registerId']]);
  }
  expect((await planDay(db, dayId))?.people.map((one) => one.registerId)).toEqual([here]);
});

test('shows nothing of what somebody wrote, and names of experts lie sealed', async () => {
  const { number } = await taken('law', 'en');
  await send('matters', { number });
  await send('people', { registerId: await lawyer() });
  const text = await show();
  for (const words of ['A long story.', 'Asha']) expect(text).not.toContain(words);
  const { rows } = await sql<{ row: string }>`select p::text as row from consultations.day_people p`.execute(
    db,
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.row).not.toContain('Sato');
  expect((await asha.web.get(`/desk/expert-days/${dayId}`)).status).toBeGreaterThanOrEqual(400);
});
