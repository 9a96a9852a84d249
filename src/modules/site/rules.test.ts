import { expect, test } from 'vitest';
import { blocksOf, standingOf, textsFrom, wordsFor } from './rules.ts';
import type { Texts } from './types.ts';

const ja = { title: 'お知らせ', text: '会があります。', origin: 'written' } as const;
const en = { title: 'News', text: 'There is a meeting.', origin: 'person' } as const;
const zh = { title: '消息', text: '有一次聚会。', origin: 'machine' } as const;
const first = textsFrom({ ja, en, 'zh-Hans': zh }, { before: {}, compared: [] });

test('each language stands as it was made', () => {
  expect(['ja', 'en', 'zh-Hans', 'ja-easy'].map((locale) => standingOf(first, locale as 'ja'))).toEqual([
    'fits',
    'fits',
    'machine',
    'missing',
  ]);
});

test('a translation grows old when the Japanese words change, until it is changed or compared', () => {
  const changed = { ...ja, text: '会は中止です。' };
  const old = textsFrom({ ja: changed, en, 'zh-Hans': zh }, { before: first, compared: [] });
  expect([standingOf(old, 'en'), standingOf(old, 'zh-Hans')]).toEqual(['stale', 'stale']);
  const again = { ...en, text: 'The meeting is off.' };
  const mended = textsFrom({ ja: changed, en: again, 'zh-Hans': zh }, { before: old, compared: ['zh-Hans'] });
  expect([standingOf(mended, 'en'), standingOf(mended, 'zh-Hans')]).toEqual(['fits', 'machine']);
});

test('words that were old before stay old while nobody looks at them', () => {
  const old = textsFrom({ ja: { ...ja, text: 'A' }, en }, { before: first, compared: [] });
  const later = textsFrom({ ja: { ...ja, text: 'B' }, en }, { before: old, compared: [] });
  expect(standingOf(later, 'en')).toBe('stale');
});

test('whoever’s language is missing reads Japanese, and is told so', () => {
  expect(wordsFor(first, 'ja-easy')).toMatchObject({ language: 'ja', standing: 'missing' });
  expect(wordsFor({} as Texts, 'en')).toBeNull();
});

test.each([
  { ...en, title: '' },
  { ...en, text: '' },
  { ...en, title: '\u200b' },
])('half a translation is none: %o', (half) => {
  const texts = textsFrom({ ja, en: half }, { before: {}, compared: [] });
  expect(wordsFor(texts, 'en')).toMatchObject({ language: 'ja', standing: 'missing' });
});

test('a text is headlines, lists and paragraphs', () => {
  expect(blocksOf('## Who\n\nOne.\nTwo.\n\n- a\n- b\n\n\n')).toEqual([
    { kind: 'heading', text: 'Who' },
    { kind: 'paragraph', text: 'One.\nTwo.' },
    { kind: 'list', lines: ['a', 'b'] },
  ]);
});
