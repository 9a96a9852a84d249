import { expect, test } from 'vitest';
import { worldDatabase } from '../../../../../test/support/demonstration.ts';
import { readSetting } from '../../../../platform/settings/settings.ts';
import { countCosts, listMeasured } from '../../deeds/cost.ts';
import { giftAccountSetting } from '../../give/setting.ts';
import newYear from './data/new-year.json' with { type: 'json' };

const { db, now } = await worldDatabase();

test('whoever gives there can give by the bank too', async () => {
  expect((await readSetting(db, giftAccountSetting)).giftAccount).toContain('普通 1234567');
});

test('what things really cost does not speak against what the campaign says of its amounts', async () => {
  await countCosts(db, now);
  const cost = Object.fromEntries((await listMeasured(db, now)).map(({ kind, cost }) => [kind, cost]));
  const [visit = 0, halfYear = 0] = newYear.tiers;
  expect(newYear.texts.en.tiers.slice(0, 2)).toEqual([
    'Somebody goes along to an office or a doctor once',
    'Two people meet for half a year',
  ]);
  expect(Math.floor(visit / (cost['visit'] ?? 0))).toBe(1);
  expect(Math.floor(halfYear / (cost['pair_month'] ?? 0))).toBe(6);
});
