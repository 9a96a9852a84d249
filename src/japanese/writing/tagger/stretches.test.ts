import { describe, expect, test } from 'vitest';
import { stretchesOf } from './stretches.ts';

describe('a long text', () => {
  test.each([
    [
      'ends a stretch with its last sentence',
      `${'あ'.repeat(200)}。${'い'.repeat(100)}、${'う'.repeat(200)}`,
      302,
    ],
    ['else between two words', `${'a'.repeat(250)} ${'b'.repeat(250)}`, 251],
    ['else anywhere', 'ア'.repeat(900), 400],
    ['but within a character', `a${'𠮷'.repeat(400)}`, 399],
  ])('%s', (_, text, first) => {
    const stretches = stretchesOf(text);
    expect(stretches[0]).toHaveLength(first);
    expect(stretches.join('')).toBe(text);
    expect(stretches.every(({ length }) => length <= 400)).toBe(true);
  });

  test('a short one stays whole', () => {
    expect(stretchesOf('書類を 出して ください。')).toEqual(['書類を 出して ください。']);
    expect(stretchesOf('')).toEqual(['']);
  });
});
