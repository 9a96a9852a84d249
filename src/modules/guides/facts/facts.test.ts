import { expect, test } from 'vitest';
import { writeWindow } from '../../../../test/support/guides-world.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { guidesModule } from '../module.ts';
import { findCheck, findOpenOf } from '../store/checks.ts';
import { findFact } from '../store/facts.ts';
import { askToCheck, keepFact, writeFact } from './commands.ts';

const house = await testHouse([guidesModule]);
const { db, clock } = house;
const person = (name: string) => inTransaction(db, (tx) => createPerson(tx, { name, now: clock() }));
const [writer, publisher, volunteer] = [await person('小林'), await person('森'), await person('青木')];
const coordinator = house.as(actorOf(writer, ['coordinator']));

test('a volunteer says with two presses that a fact is right; nobody else may', async () => {
  const now = clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-20');
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { now, nextCheckOn }));
  await inTransaction(db, (tx) => askToCheck(tx, { factId, volunteerId: volunteer.id }, now));
  const id = (await findOpenOf(db, factId))?.id ?? '';
  const own = house.as(actorOf(volunteer, ['volunteer']));
  expect((await own.get(`/guides/checks/${id}`)).text).toContain('First floor, window 2');
  expect((await house.as(actorOf(publisher, ['volunteer'])).get(`/guides/checks/${id}`)).status).toBe(404);
  const read = { version: `${(await findFact(db, factId))?.version}` };
  expect((await own.post(`/guides/checks/${id}/confirmation`, read)).location).toBe('/me');
  const fact = await findFact(db, factId);
  expect(fact?.verifiedOn?.toString()).toBe('2026-11-24');
  expect(fact?.nextCheckOn.toString()).toBe('2027-05-23');
  expect((await own.post(`/guides/checks/${id}/confirmation`, read)).text).toContain('answered already');
});

test('what a volunteer found changed waits for a coordinator, who puts it right', async () => {
  const now = clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-20');
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { now, nextCheckOn }));
  await inTransaction(db, (tx) => askToCheck(tx, { factId, volunteerId: volunteer.id }, now));
  const id = (await findOpenOf(db, factId))?.id ?? '';
  const own = house.as(actorOf(volunteer, ['volunteer']));
  expect((await own.post(`/guides/checks/${id}/report`, { found: ' ' })).refusals).toHaveProperty('found');
  await own.post(`/guides/checks/${id}/report`, { found: '3番に変わりました。' });
  expect((await findFact(db, factId))?.verifiedOn).toBeNull();
  const page = await coordinator.get(`/desk/facts/${factId}`);
  expect(page.text).toContain('3番に変わりました。');
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  const right = {
    ...{
      version,
      kind: 'place',
      municipalityCode: '13107',
      source: '電話',
      everyDays: '90',
      isVerified: 'on',
    },
    ...{ 'name.ja': '戸籍の窓口', 'value.ja': '1階 3番' },
  };
  expect(
    (await coordinator.post(`/desk/facts/${factId}`, { ...right, everyDays: '1' })).refusals,
  ).toHaveProperty('everyDays');
  await coordinator.post(`/desk/facts/${factId}`, right);
  expect(await findCheck(db, id)).toMatchObject({ state: 'settled' });
  const fact = await findFact(db, factId);
  expect([fact?.texts.ja?.value, fact?.verifiedOn?.toString(), fact?.nextCheckOn.toString()]).toEqual([
    '1階 3番',
    '2026-11-24',
    '2027-02-22',
  ]);
});

test('a fact that is written anew without looking is not “checked” any more; put better, it stays so', async () => {
  const now = clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-20');
  const factId = await inTransaction(db, async (tx) => {
    const id = await writeWindow(tx, { now, nextCheckOn, municipalityCode: '13101' });
    await keepFact(tx, { factId: id, byPersonId: writer.id, now });
    return id;
  });
  const write = async (value: string, name: string) => {
    const fact = await findFact(db, factId);
    const typed = { version: `${fact?.version}`, kind: 'place', municipalityCode: '13101', source: '電話' };
    const words = { 'name.ja': name, 'value.ja': value };
    const saved = await coordinator.post(`/desk/facts/${factId}`, { ...typed, ...words, everyDays: '90' });
    expect(saved.refusals).toEqual({});
    return findFact(db, factId);
  };
  expect((await write('1階 2番', '戸籍の係'))?.verifiedOn?.toString()).toBe('2026-11-24');
  const other = await write('4階 1番', '戸籍の係');
  expect([other?.verifiedOn, other?.nextCheckOn.toString()]).toEqual([null, '2026-11-24']);
});

test('what a volunteer says while a coordinator writes is not settled unseen', async () => {
  const now = clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-20');
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { now, nextCheckOn }));
  await inTransaction(db, (tx) => askToCheck(tx, { factId, volunteerId: volunteer.id }, now));
  const id = (await findOpenOf(db, factId))?.id ?? '';
  const version = `${(await findFact(db, factId))?.version}`;
  const own = house.as(actorOf(volunteer, ['volunteer']));
  await own.post(`/guides/checks/${id}/report`, { found: '閉まっていました。' });
  const typed = { version, kind: 'place', municipalityCode: '13107', source: '電話', everyDays: '90' };
  const words = { 'name.ja': '戸籍の窓口', 'value.ja': '1階 2番' };
  const late = await coordinator.post(`/desk/facts/${factId}`, { ...typed, ...words });
  expect(late.text).toContain('changed this fact meanwhile');
  await coordinator.post(`/desk/facts/${factId}/keeping`, { version });
  expect(await findCheck(db, id)).toMatchObject({ state: 'changed' });
  const seen = `${(await findFact(db, factId))?.version}`;
  await coordinator.post(`/desk/facts/${factId}/keeping`, { version: seen });
  expect(await findCheck(db, id)).toMatchObject({ state: 'settled' });
  // Sent once more from a page that is open elsewhere, it says nothing of what was written since.
  const again = await coordinator.post(`/desk/facts/${factId}/keeping`, { version: seen });
  expect(again.status).toBe(422);
});

test('nobody confirms other words than they have read', async () => {
  const now = clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-20');
  const factId = await inTransaction(db, (tx) => writeWindow(tx, { now, nextCheckOn }));
  await inTransaction(db, (tx) => askToCheck(tx, { factId, volunteerId: volunteer.id }, now));
  const id = (await findOpenOf(db, factId))?.id ?? '';
  const read = await findFact(db, factId);
  if (!read) expect.fail('the fact is gone');
  const fact = { ...read, texts: { ja: { name: '戸籍の窓口', value: '5階 9番' } } };
  await inTransaction(db, (tx) => writeFact(tx, { factId, byPersonId: writer.id, now, fact }));
  const own = house.as(actorOf(volunteer, ['volunteer']));
  const late = await own.post(`/guides/checks/${id}/confirmation`, { version: `${read.version}` });
  expect(late.text).toContain('written anew meanwhile');
  expect((await findFact(db, factId))?.verifiedOn).toBeNull();
  const renewed = await own.post(`/guides/checks/${id}/confirmation`, { version: `${read.version + 1}` });
  expect(renewed.location).toBe('/me');
});
