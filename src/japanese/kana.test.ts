import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKana, sortKey, toHiragana, toKatakana, widenKana } from './kana.ts';

describe('widenKana', () => {
  it.each([
    ['ﾊﾞｽ', 'バス'],
    ['ﾊﾟｰﾃｨｰ', 'パーティー'],
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'ヤマダ ハナコ'],
    ['ABC①Ａ', 'ABC①Ａ'],
    ['', ''],
  ])('makes %j into %j', (text, wide) => {
    expect(widenKana(text)).toBe(wide);
  });
});

describe('hiragana and katakana', () => {
  it('turn into each other', () => {
    expect(toHiragana('ヤマダ ハナコ')).toBe('やまだ はなこ');
    expect(toKatakana('やまだ はなこ')).toBe('ヤマダ ハナコ');
    expect(toHiragana('ﾊﾟｰﾃｨｰ')).toBe('ぱーてぃー');
  });

  it('come back as they were', () => {
    const hiragana = fc.string({ unit: fc.constantFrom(...'ぁあがっぱんゔゖゝー山a '), maxLength: 20 });
    fc.assert(
      fc.property(hiragana, (text) => {
        expect(toHiragana(toKatakana(text))).toBe(text);
      }),
    );
  });

  it('leave other scripts alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!/[ぁ-ヾ\uff61-\uff9f]/u.test(text));
        expect(toHiragana(text)).toBe(text);
        expect(toKatakana(text)).toBe(text);
      }),
    );
  });
});

describe('isKana', () => {
  it.each(['やまだ', 'ヤマダ ハナコ', 'ﾔﾏﾀﾞ', 'マリア・サントス', 'ジャン＝リュック', 'あー'])(
    'says yes to %s',
    (text) => {
      expect(isKana(text)).toBe(true);
    },
  );

  it.each(['', ' ', '・', '山田', 'Yamada', 'やまだ1', 'やまだ花子'])('says no to %j', (text) => {
    expect(isKana(text)).toBe(false);
  });
});

describe('sortKey', () => {
  const byKey = (names: readonly [string, string?][]): string[] =>
    names
      .map(([name, kana]) => ({ name, key: sortKey(name, kana) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ name }) => name);

  it('orders by the fifty sounds, voiced beside plain', () => {
    expect(
      byKey([
        ['蒲田', 'がまだ'],
        ['神田', 'かんだ'],
        ['鎌田', 'かまた'],
        ['秋山', 'アキヤマ'],
      ]),
    ).toEqual(['秋山', '鎌田', '蒲田', '神田']);
  });

  it('reads the long mark as its vowel and the small kana as large', () => {
    expect(byKey([['ローサ'], ['ろうか'], ['ロオサン'], ['リョウ'], ['りよう']])).toEqual([
      'リョウ',
      'りよう',
      'ろうか',
      'ローサ',
      'ロオサン',
    ]);
  });

  it('puts Latin names first, without accents and case, and kanji without kana last', () => {
    expect(byKey([['王'], ['さくら'], ['Émile'], ['eva'], ['Emi']])).toEqual([
      'Emi',
      'Émile',
      'eva',
      'さくら',
      '王',
    ]);
  });

  it('takes any name at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.option(fc.string(), { nil: undefined }), (name, kana) => {
        expect(sortKey(name, kana)).toBe(sortKey(name, kana));
      }),
    );
  });
});
