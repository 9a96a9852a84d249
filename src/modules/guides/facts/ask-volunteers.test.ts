import { expect, test } from 'vitest';
import { writeWindow } from '../../../../test/support/guides-world.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { dayInJapan } from '../../people/index.ts';
import { listDue } from '../store/facts.ts';
import { askVolunteers } from './ask-volunteers.ts';

const product = await openProduct();
const { db } = product.database;
const open = () =>
  db
    .selectFrom('guides.checks')
    .select(['fact_id', 'volunteer_id', 'state'])
    .where('state', '=', 'asked')
    .execute();

test('each morning facts go to volunteers of their ward, one each; what nobody answers goes to somebody else', async () => {
  const now = product.clock();
  const nextCheckOn = Temporal.PlainDate.from('2026-11-25');
  const factIds = await inTransaction(db, async (tx) => [
    await writeWindow(tx, { now, nextCheckOn }),
    await writeWindow(tx, { now, nextCheckOn, municipalityCode: '13101' }),
    await writeWindow(tx, { now, nextCheckOn: nextCheckOn.add({ days: 60 }) }),
  ]);
  const before = await open();
  await askVolunteers(db, now);
  await askVolunteers(db, now);
  const asked = (await open()).filter(({ fact_id }) => factIds.includes(fact_id));
  expect(asked).toHaveLength(1);
  expect(asked[0]?.fact_id).toBe(factIds[0]);
  expect(before.map(({ volunteer_id }) => volunteer_id)).not.toContain(asked[0]?.volunteer_id);
  const later = now.add({ hours: 15 * 24 });
  await askVolunteers(db, later);
  const again = (await open()).filter(({ fact_id }) => fact_id === factIds[0]);
  expect(again).toHaveLength(1);
  expect(again[0]?.volunteer_id).not.toBe(asked[0]?.volunteer_id);
});

test('what is looked at every week is not asked again the next morning', async () => {
  const now = product.clock();
  const today = dayInJapan(now);
  const factId = await inTransaction(db, (tx) =>
    writeWindow(tx, { now, nextCheckOn: today.add({ days: 7 }) }),
  );
  await db.updateTable('guides.facts').set({ every_days: 7 }).where('id', '=', factId).execute();
  const due = { aheadDays: 14, municipalityCodes: ['13107'] };
  const isDue = async (day: Temporal.PlainDate) =>
    (await listDue(db, { ...due, today: day }, 1000)).some(({ id }) => id === factId);
  expect(await isDue(today.add({ days: 1 }))).toBe(false);
  expect(await isDue(today.add({ days: 4 }))).toBe(true);
});

test('facts of places where nobody can be asked do not keep others waiting', async () => {
  const now = product.clock().add({ hours: 200 * 24 });
  const today = dayInJapan(now);
  const inOrder = async (municipalityCode: string, day: Temporal.PlainDate) =>
    inTransaction(db, (tx) => writeWindow(tx, { now, nextCheckOn: day, municipalityCode }));
  for (let count = 0; count < 45; count++) await inOrder('13401', today.subtract({ days: 300 }));
  const factId = await inOrder('13107', today.subtract({ days: 250 }));
  await askVolunteers(db, now);
  expect((await open()).map(({ fact_id }) => fact_id)).toContain(factId);
});
