import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import { publishGarbage, writeGarbage } from '../../../../test/support/guides-world.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { createPerson } from '../../people/index.ts';
import { withdrawGuide } from '../guide/commands.ts';
import { searchGuides } from './search.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const everywhere = { category: null, municipalityCode: null };
const by = await inTransaction(db, async (tx) => ({
  writer: (await createPerson(tx, { name: '小林', now })).id,
  publisher: (await createPerson(tx, { name: '森', now })).id,
  now,
}));
const guideId = await inTransaction(db, (tx) => publishGarbage(tx, by));
await inTransaction(db, (tx) => writeGarbage(tx, by, { slug: 'garbage-draft' }));
const found = async (typed: string, narrowed: Parameters<typeof searchGuides>[2] = everywhere) =>
  (await searchGuides(db, typed, narrowed)).map(({ id }) => id);

test.each([
  'gomi',
  'GOMI',
  'ごみ',
  'ゴミ',
  'ｺﾞﾐ',
  '垃圾',
  'garbage',
  'Garbage!',
  'putting garbage',
  '出し方',
  'だしかた',
  'dashikata',
  'ごみの出し方',
  'ごみを捨てる',
  '資源',
  'shigen',
])('%s finds the guide that everybody reads, and not the draft', async (typed) => {
  expect(await found(typed)).toEqual([guideId]);
});

test.each(['', '   ', '!?', 'ー', 'ｰｰ', 'hospital', '病院', 'びょういん', 'xyzzy', '%', "'"])(
  '“%s” finds nothing',
  async (typed) => {
    expect(await found(typed)).toEqual([]);
  },
);

test('what was found is narrowed down by kind and place', async () => {
  expect(await found('gomi', { category: 'housing', municipalityCode: '13107' })).toEqual([guideId]);
  expect(await found('gomi', { category: 'medical', municipalityCode: null })).toEqual([]);
});

test('a guide that is withdrawn is found no more', async () => {
  await inTransaction(db, (tx) => withdrawGuide(tx, { guideId, byPersonId: by.writer, now }));
  expect(await found('gomi')).toEqual([]);
});
