import { expect, test } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { hoursSetting } from '../../../kits/slots/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { markOfSetting, readSetting, writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { pairsModule } from '../module.ts';
import { pairsSetting } from '../settings.ts';

const { db, as, clock } = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Makoto', now: clock() }));
const administrator = as(actorOf(person, ['administrator']));

const save = async (answerDays: string) => {
  const seen = markOfSetting(pairsSetting, await readSetting(db, pairsSetting));
  return administrator.post('/settings/pairs', { answerDays, seen });
};

test('an administrator sets how long people may take to answer, and the hours stay those of the house', async () => {
  const hours = await readSetting(db, hoursSetting);
  const changed = { value: { ...hours, closesAt: '17:00' }, seen: markOfSetting(hoursSetting, hours) };
  await inTransaction(db, (tx) =>
    writeSetting(tx, hoursSetting, { ...changed, by: person.id, now: clock() }),
  );
  expect((await administrator.get('/settings/pairs')).html).toMatch(/name="answerDays"[^>]*value="5"/);
  expect((await save('7')).status).toBe(303);
  expect(await readSetting(db, pairsSetting)).toMatchObject({ answerDays: 7, closesAt: '17:00' });
  expect(await readSetting(db, hoursSetting)).toEqual(changed.value);
});

test('an answer has a day, and a month at most', async () => {
  for (const days of ['0', '31', 'soon']) expect((await save(days)).refusals).toHaveProperty('answerDays');
});

test('nobody else sets it', async () => {
  expect((await as(actorOf(person, ['coordinator'])).get('/settings/pairs')).status).toBe(403);
});
