import { expect, test } from 'vitest';
import { tellable } from './tellable.ts';

const NAMES = ['Sita Rai', '佐藤 花子', 'B'];

test.each([
  ['Sita sang for us.'],
  ['It was RAI who cooked.'],
  ['佐藤さんが歌いました。'],
  ['Write to someone@example.org for the song.'],
  ['03-1234-5678に電話してください。'],
  ['０９０１２３４５６７８に電話してください。'],
  ['車いすの方が1人いました。'],
  ['ウクライナの家族が二組来ました。'],
  ['Only two families spoke Nepali.'],
  ['A woman cried.'],
  ['There were 3 volunteers.'],
])('is not told to everybody: %s', (sentence) => {
  expect(tellable(`Before it. ${sentence} After it.`, NAMES).paragraphs).toEqual(['Before it. After it.']);
  expect(tellable(sentence, NAMES)).toEqual({ paragraphs: [], leftOut: 1 });
});

test.each([
  ['Rain fell, and 12 people came.'],
  ['24人が参加し、3つの歌を歌いました。'],
  ['十二人で料理をしました。'],
  ['We need more chairs.\nAnd tea.'],
])('is told: %s', (sentence) => {
  expect(tellable(sentence, NAMES)).toEqual({ paragraphs: [sentence], leftOut: 0 });
});

test('paragraphs stay apart, and one of which nothing is left goes', () => {
  const report = '話が弾みました。\n\n佐藤さんが歌いました。\n\n次は茶を出します。';
  expect(tellable(report, NAMES)).toEqual({
    paragraphs: ['話が弾みました。', '次は茶を出します。'],
    leftOut: 1,
  });
});
