import { describe, expect, it, test } from 'vitest';
import { LOCALES } from '../../../platform/languages/locales.ts';
import type { LanguageSkill } from '../types.ts';
import { compose } from './compose.ts';
import { languagesRead, type Reader } from './readers.ts';
import { READY, readySentence } from './ready.ts';

const reading = (language: string, read: LanguageSkill['read']): LanguageSkill => ({
  language,
  speak: 3,
  read,
  write: 0,
  phone: 0,
});

describe('what somebody reads', () => {
  test.each([
    ['the language of our pages', 'en', 'none', [], ['en']],
    ['what they said they read, and Easy Japanese', 'en', 'a2', [reading('ne', 3)], ['en', 'ne', 'ja-easy']],
    ['not what they read a little', 'en', 'none', [reading('ne', 1)], ['en']],
    ['Japanese from B2 on', 'zh-Hans', 'b2', [], ['zh', 'ja']],
    ['Japanese when they say so', 'en', 'a1', [reading('ja', 2)], ['en', 'ja']],
    ['Easy Japanese when our pages are in it', 'ja-easy', 'none', [], ['ja-easy']],
    ['Japanese when our pages are in it', 'ja', 'none', [], ['ja']],
  ] as const)('is %s', (_what, locale, japaneseSpeaking, skills, expected) => {
    expect(languagesRead({ locale, japaneseSpeaking }, skills)).toEqual(expected);
  });
});

const sita: Reader = { name: 'Sita', locale: 'en', reads: ['en', 'ja-easy'] };
const asked = { field: 'question', ready: '', hintsSeen: '', readers: [sita], locale: 'ja' } as const;

describe('what is written to somebody', () => {
  it('comes with the ready-made sentence in their language, and the writer’s below it', () => {
    const typed = 'Thank you!';
    expect(compose({ ...asked, ready: 'which_paper', typed })).toEqual({
      ok: true,
      value: 'Which paper is it about?\nどの書類のことですか。\nThank you!',
    });
    expect(compose({ ...asked, locale: 'en', ready: 'which_paper', typed: '' })).toMatchObject({
      value: 'Which paper is it about?',
    });
  });

  it('is held up once where the Japanese is hard for them, and says what would be easier', () => {
    const typed = '下記の書類をご持参いただけますか。';
    const refused = compose({ ...asked, typed });
    expect(refused).toMatchObject({ refusal: { code: 'could_be_easier', field: 'question' } });
    expect(JSON.stringify(refused)).toContain('「下記」→「下の」');
    expect(compose({ ...asked, typed, hintsSeen: '1' })).toEqual({ ok: true, value: typed });
  });

  it('is held up once where they read no Japanese at all', () => {
    const readers = [{ ...sita, reads: ['en'] }];
    const typed = 'いつ きますか。';
    expect(compose({ ...asked, readers, typed })).toMatchObject({
      refusal: { code: 'written_in_japanese', params: { name: 'Sita', languages: '英語' } },
    });
  });

  it.each([
    ['easy Japanese', 'どの しょるいですか。', [sita]],
    ['English', 'Which paper is it?', [sita]],
    ['Japanese to who reads it', '下記の書類をご持参いただけますか。', [{ ...sita, reads: ['ja'] }]],
    ['words to the coordinators', '下記の書類をご持参いただけますか。', []],
    ['a sentence that is none of ours', '', [sita]],
  ])('is not held up: %s', (_what, typed, readers) => {
    expect(compose({ ...asked, ready: 'toString', typed, readers })).toEqual({ ok: true, value: typed });
  });
});

test('every ready-made sentence is there in every language, without readings in it', () => {
  for (const locale of LOCALES)
    for (const key of [...Object.values(READY).flat(), 'other_interview_time'] as const) {
      expect(readySentence(key, locale)).toMatch(/[.?。？！]$|。/u);
      expect(readySentence(key, locale)).not.toMatch(/[《》]/u);
    }
});
