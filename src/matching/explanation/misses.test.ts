import fc from 'fast-check';
import { expect, test } from 'vitest';
import { conditionNames, conditionsIn, fewestThatRefuseAll } from './misses.ts';

const everything = (1 << conditionNames.length) - 1;
const bitsOf = (names: readonly string[]) =>
  conditionNames.reduce((bits, name, bit) => (names.includes(name) ? bits | (1 << bit) : bits), 0);

test('the fewest conditions refuse everybody, and no smaller set does', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: everything }), { minLength: 1 }), (misses) => {
      const names = fewestThatRefuseAll(misses);
      expect(misses.every((miss) => (miss & bitsOf(names)) !== 0)).toBe(true);
      for (let set = 0; set <= everything; set++) {
        if (conditionsIn(set).length >= names.length) continue;
        expect(misses.some((miss) => (miss & set) === 0)).toBe(true);
      }
    }),
  );
});

test('somebody who breaks nothing, or nobody at all, leaves no conditions to name', () => {
  expect(fewestThatRefuseAll([0, 3])).toEqual([]);
  expect(fewestThatRefuseAll([])).toEqual([]);
});
