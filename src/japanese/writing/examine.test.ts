import { expect, test } from 'vitest';
import { stripFurigana } from '../furigana.ts';
import { examine } from './index.ts';

const today = Temporal.PlainDate.from('2026-11-30');

test.each([
  '｜constructor《こん》',
  '｜__proto__《ぷろと》',
  'おconstructorいただけます',
  'ご toString になります',
])('%s is a word like others', async (text) => {
  expect((await examine(text, today)).plain).toBe(stripFurigana(text));
});
