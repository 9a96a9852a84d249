import { expect, test } from 'vitest';
import { LOCALES } from '../../../../../platform/languages/locales.ts';
import { CODE_WORD_COUNT, sayCode } from './code-words.ts';

test.each(LOCALES)('in %s there are as many words as the database draws from, and no two alike', (locale) => {
  const said = Array.from({ length: CODE_WORD_COUNT }, (_, place) =>
    sayCode({ first: place, second: place }, locale),
  );
  expect(new Set(said).size).toBe(64);
  expect(said.every((one) => one.length > 2)).toBe(true);
});

test('the same code is said in the words of each reader', () => {
  expect(sayCode({ first: 16, second: 50 }, 'ja')).toBe('りんご・ふね');
  expect(sayCode({ first: 16, second: 50 }, 'en')).toBe('apple – ship');
});
