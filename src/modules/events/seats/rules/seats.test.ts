import { expect, test } from 'vitest';
import { canBecome, fits, freeOf, needOf, type Seats, take } from './seats.ts';

const person = { age: null, crafts: false, interpretation: null };
const family = [person, { ...person, interpretation: 'ne' }, { ...person, age: 6, crafts: true }];
const seats = (kind: Seats['kind'], capacity: number, taken = 0, language = ''): Seats => ({
  ...{ kind, language, capacity, taken },
});

test('a party needs a seat each, and what each of them needs besides', () => {
  expect(Object.fromEntries(needOf(family))).toEqual({
    anybody: 3,
    adult: 2,
    child: 1,
    craft: 1,
    'interpretation:ne': 1,
  });
});

test('it has room only where every kind that is counted has enough', () => {
  const free = freeOf([seats('anybody', 5, 2), seats('craft', 1), seats('interpretation', 4, 3, 'ne')]);
  expect(fits(free, needOf(family))).toBe(true);
  take(free, needOf(family));
  expect(Object.fromEntries(free)).toEqual({ anybody: 0, craft: 0, 'interpretation:ne': 0 });
  expect(fits(free, needOf([person]))).toBe(false);
  // Nobody counts adults here.
  expect(fits(freeOf([seats('craft', 0)]), needOf([person, person]))).toBe(true);
});

test('fewer seats than are taken leave nothing free', () => {
  expect(fits(freeOf([seats('anybody', 1, 3)]), needOf([person]))).toBe(false);
});

test.each([
  ['fewer, though more are taken than there are', 2, 5, [3, 2], true],
  ['as many, though more are taken than there are', 2, 5, [3, 3], true],
  ['one more while nothing is free', 5, 5, [3, 4], false],
  ['one more while one is free', 6, 5, [3, 4], true],
] as const)('a party that has its seats becomes %s', (_, capacity, taken, [before, after], can) => {
  const seats = [{ kind: 'anybody', language: '', capacity, taken }] as const;
  const need = (count: number) => needOf(Array.from({ length: count }, () => person));
  expect(canBecome(seats, need(before), need(after))).toBe(can);
});
