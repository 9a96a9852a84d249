import { expect, test } from 'vitest';
import { kanaOf } from './fold.ts';

test.each([
  ['gomi', 'ごみ'],
  ['byoin', 'びょいん'],
  ['syakusyo', 'しゃくしょ'],
  ['shakusho', 'しゃくしょ'],
  ['garbage', null],
  ['119', null],
])('%s is read as %s', (word, kana) => {
  expect(kanaOf(word)).toBe(kana);
});
