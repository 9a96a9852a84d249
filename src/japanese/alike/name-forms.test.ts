import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toRomaji } from 'wanakana';
import { toKatakana } from '../kana.ts';
import { mayBeOne, nameForms } from './name-forms.ts';

const alike = (one: string, other: string) => mayBeOne(nameForms(one), nameForms(other));

describe('two writings of a name', () => {
  test.each([
    ['山田 太郎', '山田太郎'],
    ['髙﨑　一郎', '高崎 一郎'],
    ['渡邊 花子', '渡辺花子'],
    ['ﾔﾏﾀﾞ ﾀﾛｳ', 'やまだ たろう'],
    ['やまだ たろう', 'Yamada Taro'],
    ['やまだ たろう', 'TARO YAMADA'],
    ['おおた けんじ', 'Ohta Kenji'],
    ['オータ ケンジ', 'Kenji Ōta'],
    ['しんいち じゅん', "Shin'ichi Jun"],
    ['さとう うみ', 'さとううみ'],
    ['ちば しゅう', 'Tiba Syu'],
    ['NGUYEN VAN AN', 'Nguyễn Văn An'],
    ['NGUYEN VAN AN', 'An Nguyen'],
    ['Maria Santos Cruz', 'CRUZ, MARIA SANTOS'],
    ['Maria Santos Cruz', 'Maria Cruz'],
    ['Jean-Paul Dupont', 'DUPONT JEAN PAUL'],
    ["O'Brien Kate", 'Kate O’Brien'],
    ['株式会社山田商店', '山田商店（株）'],
    ['ヤマダシヨウテン(カ', '(株)ヤマダショウテン'],
    ['Wang Xiaoming', 'XIAOMING WANG'],
    ['ワン・シャオミン', 'ワン シャオミン'],
  ])('%s and %s may be one', (one, other) => {
    expect(alike(one, other)).toBe(true);
  });

  test.each([
    ['山田 太郎', '山田 花子'],
    ['Nguyen Thi Lan', 'Nguyen Thi Hoa'],
    ['さとう けん', 'さとう けい'],
    ['山田', '山田 太郎'],
    ['', ''],
    ['・', '-'],
  ])('%s and %s are not', (one, other) => {
    expect(alike(one, other)).toBe(false);
  });
});

const KANA = [
  ...'あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわがぎぐげござじずぜぞだでどばびぶべぼ',
];
const word = fc.array(fc.constantFrom(...KANA), { minLength: 2, maxLength: 5 }).map((all) => all.join(''));
const latin = fc.stringMatching(/^[A-Z][a-z]{1,7}$/);
const name = fc.oneof(
  fc.array(word, { minLength: 1, maxLength: 3 }),
  fc.array(latin, { minLength: 1, maxLength: 4 }),
);

describe('for any name', () => {
  test('the order of its parts does not matter', () => {
    fc.assert(
      fc.property(
        name.chain((parts) =>
          fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
        ),
        ([parts, other]) => alike(parts.join(' '), other.join('　')),
      ),
    );
  });

  test('width, case and what stands between do not', () => {
    fc.assert(
      fc.property(name, fc.constantFrom('　', '・', '-', '  ', ', '), (parts, between) =>
        alike(parts.join(' '), toKatakana(parts.join(between)).toUpperCase()),
      ),
    );
  });

  test('it is one with its own letters in whichever romanization, and without spaces', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 2, maxLength: 2 }), ([family = '', given = '']) => {
        const [f, g] = [toRomaji(family), toRomaji(given)];
        return [`${g} ${f}`, `${f.toUpperCase()} ${g}`, f + g, family + given].every((one) =>
          alike(`${family} ${given}`, one),
        );
      }),
    );
  });

  test('alike goes both ways, and any text has its forms at once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), name, (text, parts) => {
        const other = parts.join(' ');
        return alike(text, other) === alike(other, text);
      }),
    );
    expect(nameForms('a '.repeat(100_000)).parts.length).toBeLessThan(60);
  });
});
