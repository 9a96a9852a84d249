import { beforeEach, expect, test } from 'vitest';
import { testFiles } from '../../../../test/support/files.ts';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { readFigure } from '../../../platform/figures.ts';
import { createPerson } from '../../people/index.ts';
import { askForConsultation } from '../ask/ask.ts';
import { consultationsModule } from '../module.ts';
import type { Field } from '../types.ts';
import { type Counted, consultationFigures } from './store.ts';

const services = { files: testFiles(), secret: 's'.repeat(40), publicUrl: 'https://otonari.test' };
const house = await testHouse([consultationsModule(services)]);
const { db, clock } = house;
const MORNING = clock();
const resident = await inTransaction(db, (tx) =>
  createPerson(tx, {
    ...{ name: 'Asha', email: 'asha@example.org', locale: 'en', weekly: [] },
    roles: ['resident'],
    now: clock(),
  }),
);
const mori = await inTransaction(db, (tx) =>
  createPerson(tx, {
    ...{ name: 'Mori', email: 'mori@example.org', locale: 'en', weekly: [] },
    roles: ['coordinator'],
    now: clock(),
  }),
);
const desk = house.as(actorOf(mori, ['coordinator']), 'en');

const ask = (field: Field, language: string) =>
  inTransaction(db, (tx) =>
    askForConsultation(tx, {
      ...{ residentId: resident.id, field, language, urgency: 'can_wait', origin: 'direct', now: clock() },
      ...{ words: 'A long story.', signs: [], isAnonymous: false, deadline: null },
      contact: { channel: 'email', phone: '', times: '' },
    }),
  );
const counted = async (measure: Counted['measure'], dimension: Counted['dimension']) =>
  (await readFigure(db, consultationFigures, clock()))
    .filter((one) => one.measure === measure && one.dimension === dimension)
    .map(({ value, hits, whole }) => [value, hits, whole]);

beforeEach(async () => {
  clock.set(MORNING);
  await db.deleteFrom('consultations.matters').execute();
});

test('what fewer than five have asked is not shown, nor what could be found by subtracting', async () => {
  for (let i = 0; i < 6; i += 1) await ask('work', 'en');
  for (let i = 0; i < 5; i += 1) await ask('housing', 'vi');
  await ask('medical', 'ne');
  expect(await counted('asked', 'field')).toEqual([
    ['housing', 5, 5],
    ['medical', 1, 1],
    ['work', 6, 6],
  ]);
  const { text } = await desk.get('/desk/consultations/figures');
  expect(text).toMatch(/Work[^0-9]* 6/);
  expect(text).toMatch(/Housing[^0-9]*not shown/i);
  expect(text).toMatch(/not shown/i);
});

test('a promise counts once it is due, and not before', async () => {
  await ask('work', 'en');
  expect(await counted('answered', 'all')).toEqual([]);
  clock.set(MORNING.add({ hours: 24 * 14 }));
  expect(await counted('answered', 'all')).toEqual([['', 0, 1]]);
});

test('of somebody who answered twice, the last answer counts; of years ago, nothing', async () => {
  const matterId = await ask('work', 'en');
  const said = { matter_id: matterId, due_on: Temporal.PlainDate.from('2026-12-24'), answered_at: clock() };
  await db
    .insertInto('consultations.questions')
    .values([
      { ...said, months: 1, answer: 'no' },
      { ...said, months: 3, answer: 'partly' },
    ])
    .execute();
  expect(await counted('helped', 'all')).toEqual([['', 1, 1]]);
  clock.set(MORNING.add({ hours: 24 * 400 }));
  expect(await counted('asked', 'all')).toEqual([]);
});
