import { describe, expect, test } from 'vitest';
import { emailField, proofField, sixDigits } from './fields.ts';

describe('a mail address as people type or copy it', () => {
  test.each([
    ['name@example.org\u200b', 'name@example.org'],
    ['\u202aname@example.org\u202c', 'name@example.org'],
    ['na\u00adme@exam\u2060ple.org', 'name@example.org'],
    ['name@example。org', 'name@example.org'],
    ['ｎａｍｅ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'name@example.org'],
    ['name@example｡org', 'name@example.org'],
    ['A..B@Docomo.ne.jp', 'a..b@docomo.ne.jp'],
    ['a/b@softbank.ne.jp', 'a/b@softbank.ne.jp'],
  ])('%j is %s', (typed, read) => {
    expect(emailField.parse(typed)).toBe(read);
  });
});

describe('a code as people type or copy it', () => {
  test.each([
    '१२३४५६',
    '١٢٣٤٥٦',
    '၁၂၃၄၅၆',
    '１２３ ４５６',
    '123\u2011456',
    '\u200b123 456\u200b',
    '123\u3000456',
    '1-2-3-4-5-6',
  ])('%j is six digits', (typed) => {
    expect(sixDigits.parse(typed)).toBe('123456');
    expect(proofField.parse(typed)).toBe('123456');
  });

  test.each(['12345', '1234567', '12345a', '\u200b', 'Ⅻ3456'])('%j is none', (typed) => {
    expect(sixDigits.safeParse(typed).success).toBe(false);
  });
});
