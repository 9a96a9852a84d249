import fc from 'fast-check';
import { expect, test } from 'vitest';
import { likeName, nameKeys, payerKeys } from './name-keys.ts';

const alike = (one: string, other: string) => likeName(new Set(nameKeys(one)), nameKeys(other));

test.each([
  ['ﾔﾏﾀﾞ ﾊﾅｺ', 'やまだ はなこ', 'name'],
  ['ﾀﾅｶ ｹﾝｼﾞ', 'Kenji Tanaka', 'sounds'],
  ['ﾔﾏﾀ ﾊﾅｴ', 'やまだ はなこ', 'spelling'],
  ['ﾔﾏﾀﾞ ﾊﾅｺｺ', 'やまだ はなこ', 'spelling'],
  ['ﾔﾏﾀﾞ ﾅﾊｺ', 'やまだ はなこ', 'spelling'],
  ['ﾔﾏﾀ ﾊﾂｴ', 'やまだ はなこ', null],
  ['ｽﾐｽ ｼﾞﾖﾝ', '山田 花子', null],
  ['ﾏﾘ', 'ミナ', null],
  ['', '山田 花子', null],
  ['', '', null],
])('%j beside %j: %s', (one, other, way) => {
  expect(alike(one, other)).toBe(way);
  expect(alike(other, one)).toBe(way);
});

test('a number beside the name is no part of it', () => {
  for (const payer of ['123456 ﾔﾏﾀﾞ', 'ﾔﾏﾀﾞ 123456']) expect(payerKeys(payer)).toEqual(nameKeys('ﾔﾏﾀﾞ'));
});

const LETTERS = [...'アイウカキクサシスタチツナニヌ'];
const letter = fc.constantFrom(...LETTERS);
const name = fc.array(letter, { minLength: 5, maxLength: 12 });

test('no name is passed over that is one slip away', () => {
  const slip = fc.constantFrom('another', 'missing', 'more', 'swapped');
  fc.assert(
    fc.property(name, fc.nat(4), letter, slip, (letters, at, put, slipped) => {
      const [here = '', next = ''] = letters.slice(at, at + 2);
      const instead = {
        another: [put, next],
        missing: [next],
        more: [here, put, next],
        swapped: [next, here],
      };
      const other = letters.toSpliced(at, 2, ...instead[slipped]);
      return alike(letters.join(''), other.join('')) !== null;
    }),
  );
});

test('a name has few keys, however long it is', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), (text) => nameKeys(text).length <= 50));
});
