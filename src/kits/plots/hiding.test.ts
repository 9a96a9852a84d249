import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cell, hiddenAmong, mayBeShown } from './hiding.ts';

const cells = (...wholes: number[]): Cell[] =>
  wholes.map((whole, at) => ({ value: `${at}`, hits: 0, whole }));
const hidden = (...wholes: number[]) => [...hiddenAmong(cells(...wholes))].sort();

describe('what is hidden', () => {
  test.each<[number[], string[]]>([
    [[], []],
    [[5, 9], []],
    [
      [4, 9, 20],
      ['0', '1'],
    ],
    [
      [4, 3, 20],
      ['0', '1'],
    ],
    [
      [1, 1, 20, 30],
      ['0', '1', '2'],
    ],
    [[2], ['0']],
  ])('of %j: %j', (wholes, which) => {
    expect(hidden(...wholes)).toEqual(which);
  });

  test('is nothing that can be found by subtracting what is shown from all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 12 }), (wholes) => {
        const all = cells(...wholes);
        const which = hiddenAmong(all);
        const dark = all.filter(({ value }) => which.has(value));
        expect(all.filter(({ value }) => !which.has(value)).every(({ whole }) => whole >= 5)).toBe(true);
        const left = dark.reduce((sum, { whole }) => sum + whole, 0);
        // Either nothing is hidden, or two at least that are five together, or there is nothing else to hide.
        expect(dark.length === 0 || (dark.length > 1 && left >= 5) || dark.length === all.length).toBe(true);
      }),
    );
  });
});

test('a figure over everybody is shown from five on', () => {
  expect([4, 5].map((whole) => mayBeShown({ value: '', hits: 0, whole }))).toEqual([false, true]);
});
