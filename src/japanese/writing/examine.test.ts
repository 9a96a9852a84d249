import { expect, test } from 'vitest';
import { stripFurigana } from '../furigana.ts';
import { examine, replaced } from './index.ts';

const today = Temporal.PlainDate.from('2026-11-30');

test.each([
  '｜constructor《こん》',
  '｜__proto__《ぷろと》',
  'おconstructorいただけます',
  'ご toString になります',
])('%s is a word like others', async (text) => {
  expect((await examine(text, today)).plain).toBe(stripFurigana(text));
});

test('words that are put in keep their reading to themselves', () => {
  expect(replaced('今日氏名を書《か》く', { from: 2, to: 4 }, '名前《なまえ》')).toBe(
    '今日｜名前《なまえ》を書《か》く',
  );
});
