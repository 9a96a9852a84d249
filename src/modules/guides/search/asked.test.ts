import { expect, test } from 'vitest';
import { askedIn, rangesOf } from './asked.ts';

test('no word is a range of all terms: a long vowel alone is looked for as it is written', () => {
  for (const typed of ['ー', 'ーー', 'ｰ', 'ー ごみ', 'a ー の'])
    expect(rangesOf(askedIn(typed)).from).not.toContain('');
});

test('what is typed twice is looked for once', () => {
  expect(askedIn('ごみ ゴミ ごみ')).toEqual(askedIn('ごみ'));
});
