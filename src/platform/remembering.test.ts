import { expect, test } from 'vitest';
import { remembering } from './remembering.ts';

test('what was worked out is not worked out again until it was too much', () => {
  const worked: string[] = [];
  const upper = remembering(2, (text) => {
    worked.push(text);
    return text.toUpperCase();
  });
  expect(['a', 'b', 'a', 'b'].map(upper)).toEqual(['A', 'B', 'A', 'B']);
  expect(worked).toEqual(['a', 'b']);
  expect(['c', 'a'].map(upper)).toEqual(['C', 'A']);
  expect(worked).toEqual(['a', 'b', 'c', 'a']);
});

test('work that fails is tried again', () => {
  let tries = 0;
  const work = remembering(2, (text) => {
    tries += 1;
    if (tries === 1) throw new Error('not yet');
    return text;
  });
  expect(() => work('a')).toThrow('not yet');
  expect(work('a')).toBe('a');
});
