import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemeCount, isWellFormed } from './text.ts';

describe('isWellFormed', () => {
  it.each(['', 'こんにちは', 'a\tb\nc', 'line\r\nline', '𠮷野家', '👨‍👩‍👧', 'مرحبا', 'ﾊﾝｶｸ', '\u007f'])(
    'accepts %j',
    (text) => {
      expect(isWellFormed(text)).toBe(true);
    },
  );

  it.each(['a\0b', '\ud800', 'x\udc00', '\udc00\ud800', '\u0007', '\u001b[31m', 'a\rb', '\r', '\u000b'])(
    'refuses %j',
    (text) => {
      expect(isWellFormed(text)).toBe(false);
    },
  );

  it('accepts every text without controls and lone surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(isWellFormed(text)).toBe(![...text].some((c) => c < ' ' && c !== '\t' && c !== '\n'));
      }),
    );
  });
});

describe('graphemeCount', () => {
  it.each([
    ['', 0],
    ['こんにちは', 5],
    ['は\u3099', 1],
    ['👨‍👩‍👧', 1],
    ['🇯🇵🇳🇵', 2],
    ['नमस्ते', 3],
    ['a\r\nb', 3],
  ])('counts %j as %i', (text, count) => {
    expect(graphemeCount(text)).toBe(count);
  });
});
