import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDigits, readTyped, showsSomething } from './typed.ts';

describe('showsSomething', () => {
  it.each([
    '',
    ' ',
    '\u200b',
    '\u3164',
    '\u2800',
    '\u00ad',
    '\u202e\u202c',
    '\ufe0f',
    '\u3000\u2060',
    '\u{e0100}',
    '\u0301',
  ])('is false for %j', (text) => {
    expect(showsSomething(text)).toBe(false);
  });

  it.each(['a', '。', '👩‍👧', 'می‌خواهم', '☎️', '１', '\u200bあ'])('is true for %j', (text) => {
    expect(showsSomething(text)).toBe(true);
  });
});

describe('plainDigits', () => {
  it.each([
    ['१२३४५६', '123456'],
    ['٠٩٠', '090'],
    ['۰۹۰', '090'],
    ['၁၉၈၅', '1985'],
    ['１３０', '130'],
    ['𝟘𝟙𝟡𝟬𝟗', '01909'],
    ['a①', 'a①'],
  ])('reads %s as %s', (typed, digits) => {
    expect(plainDigits(typed)).toBe(digits);
  });

  it('gives a digit of ASCII for every digit there is', () => {
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const text = String.fromCodePoint(point);
      if (/\p{Nd}/u.test(text)) expect(plainDigits(text)).toMatch(/^\d$/);
    }
  });
});

describe('readTyped', () => {
  it.each([
    ['\u200bmina@example.org\u200b', 'mina@example.org'],
    ['\u202a090-1234-5678\u202c', '090-1234-5678'],
    ['１３０‑०००१', '130-0001'],
    ['\ufeff 123456 ', '123456'],
    ['130−0001', '130-0001'],
  ])('reads %j as %s', (typed, read) => {
    expect(readTyped(typed)).toBe(read);
  });

  it('reads what it has read as the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => readTyped(readTyped(text)) === readTyped(text)),
    );
  });
});
