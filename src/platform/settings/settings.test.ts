import { expect, test } from 'vitest';
import { z } from 'zod';
import { testDatabase } from '../../../test/support/database.ts';
import { listBareKanji } from '../../japanese/furigana.ts';
import { LOCALES } from '../languages/locales.ts';
import { organizationAddress, organizationName, organizationSetting } from './organization.ts';
import { findUnfitSettings, markOfSetting, readSetting, type Setting, writeSetting } from './settings.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T00:00:00Z');
const hours: Setting<{ opens: number }> = {
  subject: 'test hours',
  schema: z.object({ opens: z.number().int().min(0).max(24) }),
  value: { opens: 8 },
};
const write = (value: { opens: number }) =>
  db.transaction().execute((tx) => writeSetting(tx, hours, { value, seen: null, by: null, now }));

test('a setting that nobody edited has its first value', async () => {
  expect(await readSetting(db, hours)).toEqual({ opens: 8 });
});

test('an edited setting is what it was last set to', async () => {
  await write({ opens: 9 });
  await write({ opens: 10 });
  expect(await readSetting(db, hours)).toEqual({ opens: 10 });
});

test('a value that does not fit is not written', async () => {
  await expect(write({ opens: 25 })).rejects.toThrow();
  expect(await readSetting(db, hours)).toEqual({ opens: 10 });
});

test('of two who edit the same value at once, one is told of the other’s', async () => {
  const seen = markOfSetting(hours, await readSetting(db, hours));
  const edit = (opens: number) =>
    db.transaction().execute((tx) => writeSetting(tx, hours, { value: { opens }, seen, by: null, now }));
  const outcomes = await Promise.all([edit(6), edit(7)]);
  expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    refusal: { code: 'setting_was_changed_meanwhile' },
  });
  const won = outcomes.find(({ ok }) => ok);
  expect(won).toMatchObject({ value: { changed: 'opens', was: '{"opens":10}' } });
  await write({ opens: 10 });
});

test('a value that no longer fits gives way to the first one, and is told by its place alone', async () => {
  const changed = { ...hours, schema: z.object({ opens: z.number().max(9) }) };
  expect(await readSetting(db, changed)).toEqual({ opens: 8 });
  expect(await findUnfitSettings(db, [changed])).toEqual([
    { subject: 'test hours', because: ['opens too_big'] },
  ]);
});

test('a value that fits, and one that nobody set, are not told', async () => {
  expect(await findUnfitSettings(db, [hours, { ...hours, subject: 'never set' }])).toEqual([]);
});

test('the organization has an address that readers of English can read', () => {
  expect(organizationAddress(organizationSetting.value, 'en')).toMatch(/^[ -~]+$/);
  expect(organizationAddress(organizationSetting.value, 'ja-easy')).toBe(organizationSetting.value.address);
});

test('the organization has a name in every language', () => {
  const names = LOCALES.map((locale) => organizationName(organizationSetting.value, locale));
  expect(new Set(names).size).toBe(3);
  expect(names[LOCALES.indexOf('ja-easy')]).toMatch(/^とくていひえいりかつどうほうじん アジア じんぶん/);
  expect(listBareKanji(organizationSetting.value.nameInEasyJapanese)).toEqual([]);
  expect(organizationSetting.schema.safeParse(organizationSetting.value).success).toBe(true);
});
