import { describe, expect, test } from 'vitest';
import { conjugate, type Form, stemOf } from './verbs.ts';

describe('a verb by its stem before ます', () => {
  test.each<[stem: string, form: Form, said: string]>([
    ['出し', 'te', '出して'],
    ['出し', 'plain', '出す'],
    ['出し', 'nai', '出さ'],
    ['出し', 'ba', '出せば'],
    ['書き', 'te', '書いて'],
    ['書き', 'ta', '書いた'],
    ['行き', 'te', '行って'],
    ['いっしょに 行き', 'ta', 'いっしょに 行った'],
    ['待ち', 'te', '待って'],
    ['読み', 'ta', '読んだ'],
    ['えらび', 'te', 'えらんで'],
    ['ぬぎ', 'te', 'ぬいで'],
    ['使い', 'nai', '使わ'],
    ['使い', 'can', '使え'],
    ['使い', 'volitional', '使おう'],
    ['見', 'te', '見て'],
    ['見', 'plain', '見る'],
    ['変え', 'plain', '変える'],
    ['変え', 'can', '変えられ'],
    ['止め', 'tara', '止めたら'],
    ['説明し', 'plain', '説明する'],
    ['説明し', 'can', '説明でき'],
    ['持って 来', 'plain', '持って 来る'],
    ['着き', 'te', '着いて'],
    ['着', 'te', '着て'],
    ['話し', 'plain', '話す'],
    ['おり', 'te', 'おりて'],
  ])('%s as %s is %s', (stem, form, said) => {
    expect(conjugate({ stem }, form)).toBe(said);
  });

  test.each([
    ['書く', 'other', '書き'],
    ['食べる', 'one-row', '食べ'],
    ['帰る', 'other', '帰り'],
    ['利用する', 'other', '利用し'],
    ['来る', 'other', '来'],
  ] as const)('of %s is found', (base, way, stem) => {
    expect(stemOf(base, way)).toBe(stem);
  });
});
