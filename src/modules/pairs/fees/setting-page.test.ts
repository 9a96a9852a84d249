import { beforeEach, describe, expect, it } from 'vitest';
import { actorOf, testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { markOfSetting, readSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { pairsModule } from '../module.ts';
import { feesSetting } from './setting.ts';

const house = await testHouse([pairsModule({ publicUrl: 'https://otonari.test' })]);
const { db } = house;
const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Makoto', now: house.clock() }));
const web = house.as(actorOf(person, ['administrator']));
beforeEach(() => db.deleteFrom('platform.settings').execute());

const AMOUNTS = {
  fullRegistration: '2000',
  fullMembership: '4000',
  evacueeRegistration: '0',
  evacueeMembership: '0',
  burdenRegistration: '0',
  burdenMembership: '2000',
  studentRegistration: '1000',
  studentMembership: '2000',
};
const save = async (fields: Record<string, string | string[]>) =>
  web.post('/settings/pairs-fees', {
    ...AMOUNTS,
    sides: ['resident', 'volunteer'],
    howToPay: '',
    seen: markOfSetting(feesSetting, await readSetting(db, feesSetting)),
    ...fields,
  });
const tables = async () =>
  (await readSetting(db, feesSetting)).tables.map(({ from_on, full }) => [from_on, full.registration]);

describe('an administrator', () => {
  it('sees the newest table, and sets the next one from a day on; the former stays for its days', async () => {
    expect((await web.get('/settings/pairs-fees')).html).toContain('value="2023-11-15"');
    expect((await save({ fromOn: '2027-04-01' })).status).toBe(303);
    expect(await tables()).toEqual([
      ['2023-11-15', 1000],
      ['2027-04-01', 2000],
    ]);
  });

  it('mends the newest table, and begins none before it', async () => {
    await save({ fromOn: '2023-11-15' });
    expect(await tables()).toEqual([['2023-11-15', 2000]]);
    expect((await save({ fromOn: '2023-11-14' })).refusals['fromOn']).toContain('before the first day');
  });

  it('switches fees off, and says how to pay', async () => {
    await save({ fromOn: '2023-11-15', sides: [], howToPay: 'Bank 123' });
    expect(await readSetting(db, feesSetting)).toMatchObject({ sides: [], howToPay: 'Bank 123' });
  });
});
