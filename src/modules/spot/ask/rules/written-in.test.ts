import { describe, expect, test } from 'vitest';
import { guessWrittenIn, readWrittenIn, writtenFirst } from './written-in.ts';

const NEPALI = 'मलाई वडा कार्यालयमा फारम भर्न मद्दत चाहिन्छ';

describe('the language in which somebody wrote', () => {
  test.each([
    ['is Nepali for who speaks it, not the page’s', NEPALI, ['ne', 'en'], 'en', 'ne'],
    ['is Hindi for who speaks that', NEPALI, ['en', 'hi'], 'en', 'hi'],
    ['is the one most write so, where nothing is known', NEPALI, [], 'en', 'ne'],
    ['is the page’s for a few Latin words', 'Zairyu card', ['fil'], 'en', 'en'],
    [
      'is theirs where there is no English in it',
      'Kailangan ko ng tulong sa ospital bukas',
      ['en', 'fil'],
      'en',
      'fil',
    ],
    ['is theirs beside a Japanese page', 'Necesito ayuda', ['es'], 'ja-easy', 'es'],
    ['is the page’s for characters that two share', '区役所', [], 'ja', 'ja'],
    ['is Chinese on a Chinese page', '保育园', ['en'], 'zh-Hans', 'zh-Hans'],
  ] as const)('%s', (_what, text, spoken, locale, tag) => {
    expect(guessWrittenIn(text, { spoken, locale })).toBe(tag);
  });

  test.each([
    ['I need help with the form', 'en'],
    ['区役所に行きたいです', 'ja'],
    ['구청에 가야 해요', 'ko'],
  ])('shows in the words themselves: %s', (text, tag) => {
    expect(guessWrittenIn(text, { spoken: ['ne'], locale: 'zh-Hans' })).toBe(tag);
  });

  test('can be chosen, but only among ours', () => {
    expect(['ne', 'zh', 'ja-easy', 'tlh', ''].map(readWrittenIn)).toEqual([
      'ne',
      'zh-Hans',
      'ja',
      null,
      null,
    ]);
  });
});

test.each([
  [['ja', 'ne', 'en'], 'ne', ['ne', 'ja', 'en']],
  [['en', 'zh'], 'zh-Hans', ['zh', 'en']],
  [['en', 'ja'], 'ne', ['en', 'ja']],
] as const)('of %o, written in %s, they would rather talk in %o', (languages, tag, expected) => {
  expect(writtenFirst(languages, tag)).toEqual(expected);
});
