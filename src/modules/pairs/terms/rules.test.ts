import { describe, expect, test } from 'vitest';
import { compareTexts, maySign, paragraphsOf, termsStanding } from './rules.ts';

test('terms are unsigned, signed, or have changed since', () => {
  expect(termsStanding(2, null)).toEqual({ is: 'unsigned', current: 2 });
  expect(termsStanding(2, 1)).toEqual({ is: 'changed', current: 2, signed: 1 });
  expect(termsStanding(2, 2)).toEqual({ is: 'signed', current: 2 });
});

describe('signing', () => {
  const unsigned = termsStanding(2, null);
  test.each(['accepted', 'ready', 'paused'] as const)('is for whoever is %s', (state) => {
    expect(maySign({ state }, unsigned, 2).ok).toBe(true);
    expect(maySign({ state }, termsStanding(2, 1), 2).ok).toBe(true);
  });
  test.each([
    ['terms_come_after_acceptance', 'submitted', unsigned, 2],
    ['application_has_moved_on', 'withdrawn', unsigned, 2],
    ['terms_have_changed_since', 'accepted', unsigned, 1],
    ['terms_are_signed_already', 'accepted', termsStanding(2, 2), 2],
  ] as const)('is refused as %s', (code, state, standing, version) => {
    expect(maySign({ state }, standing, version)).toMatchObject({ refusal: { code } });
  });
});

test('a text has paragraphs between empty lines', () => {
  expect(paragraphsOf('One.\nStill one.\n\n \nTwo.\n')).toEqual(['One.\nStill one.', 'Two.']);
});

describe('two versions stand beside each other', () => {
  const rows = (old: string, now: string) =>
    compareTexts([...old].join('\n\n'), [...now].join('\n\n')).map(
      (row) => `${row.old ?? '-'}${row.new ?? '-'}`,
    );
  test.each([
    ['abc', 'abc', 'aa bb cc'],
    ['abc', 'axc', 'aa bx cc'],
    ['abc', 'ac', 'aa b- cc'],
    ['ac', 'abc', 'aa -b cc'],
    ['', 'ab', '-a -b'],
    ['ab', '', 'a- b-'],
    ['abcd', 'acbd', 'aa -c bb c- dd'],
  ])('%s and %s: %s', (old, now, expected) => {
    expect(rows(old, now).join(' ')).toBe(expected);
  });
  test('nothing of either is lost', () => {
    const [old, now] = ['abcdefg', 'xbdcygz'];
    const all = compareTexts([...old].join('\n\n'), [...now].join('\n\n'));
    expect(all.map((row) => row.old ?? '').join('')).toBe(old);
    expect(all.map((row) => row.new ?? '').join('')).toBe(now);
  });
});
