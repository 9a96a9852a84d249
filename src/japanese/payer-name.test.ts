import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameSounds, normalName, payerNumber, withoutTransferWord } from './payer-name.ts';

describe('one name in two writings', () => {
  test.each([
    ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだ　はなこ'],
    ['ﾔﾏﾀﾞﾊﾅｺ', 'ヤマダ・ハナコ'],
    ['ｷﾕｳﾖｲﾁﾛｳ', 'キュウヨ イチロウ'],
    ['ｶｵﾙ', 'カヲル'],
    ['ﾕ-ｺ', 'ユーコ'],
    ['ﾏﾘｱ.ｻﾝﾄｽ', 'マリア・サントス'],
    ['ｶ)ﾀﾅｶ', '株式会社たなか'],
    ['ﾀﾅｶ(ｶ', 'たなか株式会社'],
    ['ﾀﾅｶ(ｶ)ｼﾝｼﾞﾕｸ', 'タナカ シンジュク'],
    ['ﾕ)ﾀﾅｶ', '㈲タナカ'],
    ['ﾄﾞ)ﾀﾅｶ', '合同会社タナカ'],
    ['ﾄｸﾋ)ｵﾄﾅﾘ', '特定非営利活動法人おとなり'],
    ['ｼﾔ)ｵﾄﾅﾘ', '一般社団法人オトナリ'],
    ['ＮＧＵＹＥＮ ＶＡＮ ＤＯ', 'Nguyễn Văn Đỗ'],
    ['髙﨑', '高崎'],
  ])('%s is %s', (one, other) => {
    expect(normalName(one)).toBe(normalName(other));
    expect(normalName(one)).not.toBe('');
  });

  test.each([
    ['ﾔﾏﾀﾞ', 'ﾔﾏﾀ'],
    ['ﾊﾊ', 'ﾊﾟﾊﾟ'],
    ['ｶﾀﾅｶ', 'ｶ)ﾀﾅｶ'],
    ['ﾕｳｺ', 'ﾕｺ'],
  ])('%s is not %s', (one, other) => {
    expect(normalName(one)).not.toBe(normalName(other));
  });

  test('a normal name is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const name = normalName(text);
        expect(normalName(name)).toBe(name);
      }),
    );
  });
});

describe('names that sound alike', () => {
  const share = (one: string, other: string) =>
    nameSounds(one).some((sound) => nameSounds(other).includes(sound));
  test.each([
    ['ﾀﾅｶ ｹﾝｼﾞ', 'Kenji Tanaka'],
    ['TANAKA KENJI', 'たなか けんじ'],
    ['ｵｵﾀ ｼﾕﾝ', 'Shun Ohta'],
    ['ﾕｳｺ', 'ﾕ-ｺ'],
    ['ｷﾕｳ', 'KYU'],
    ['ﾐﾁﾂﾞﾗ', 'ミチズラ'],
  ])('%s and %s', (one, other) => {
    expect(share(one, other)).toBe(true);
  });
  test('others do not, and kanji have no sound', () => {
    expect(share('ﾀﾅｶ ｹﾝｼﾞ', 'Kenta Tanaka')).toBe(false);
    expect(nameSounds('山田花子')).toEqual([]);
  });
});

describe('the number of a pledge', () => {
  test.each([
    ['4821 ヤマダハナコ', '4821', 'ヤマダハナコ', 'before'],
    ['４８２１　ヤマダ　ハナコ', '4821', 'ヤマダ ハナコ', 'before'],
    ['4821ﾔﾏﾀﾞﾊﾅｺ', '4821', 'ヤマダハナコ', 'before'],
    ['4821', '4821', '', 'before'],
    ['ﾔﾏﾀﾞﾊﾅｺ4821', '4821', 'ヤマダハナコ', 'behind'],
  ])('%s', (text, number, name, stands) => {
    expect(payerNumber(text)).toEqual({ number, name, stands });
  });
  test.each(['ヤマダハナコ', '7ｲﾚﾌﾞﾝ', '', '123456789 ヤマダ', 'A4821B'])('%j has none', (text) => {
    expect(payerNumber(text)).toBeNull();
  });
});

test.each([
  ['振込＊ヤマダ', 'ヤマダ'],
  ['振込 ヤマダ', 'ヤマダ'],
  ['ﾌﾘｺﾐ ﾔﾏﾀﾞ', 'ﾔﾏﾀﾞ'],
  ['振込', '振込'],
  ['ヤマダ', 'ヤマダ'],
])('%s in a table is %s', (cell, name) => {
  expect(withoutTransferWord(cell)).toBe(name);
});
