import { expect, test } from 'vitest';
import { assumedBehavior, courseOf, patienceOf } from './behavior.ts';
import { chance, wholeChance } from './chance.ts';

const many = Array.from({ length: 4000 }, (_, index) => `event ${index}`);
const shareOf = (isSo: (event: string) => boolean) => many.filter(isSo).length / many.length;

test('chance is even, the same for the same event, and another for another seed', () => {
  for (const below of [0.1, 0.5, 0.9])
    expect(Math.abs(shareOf((event) => chance(7, event) < below) - below)).toBeLessThan(0.03);
  expect(chance(7, 'a')).toBe(chance(7, 'a'));
  expect(chance(7, 'a')).not.toBe(chance(8, 'a'));
  expect(new Set(many.map((event) => wholeChance(7, event, [2, 4])))).toEqual(new Set([2, 3, 4]));
});

test('a better fit is likelier to become a pair and to complete', () => {
  const become = (fit: number) => shareOf((event) => courseOf(7, event, fit, assumedBehavior).becomesPair);
  const complete = (fit: number) => shareOf((event) => courseOf(7, event, fit, assumedBehavior).completes);
  expect([become(1000), complete(1000)]).toEqual([1, 1]);
  expect(Math.abs(become(0) - 0.8 * 0.85 * 0.9)).toBeLessThan(0.03);
  expect(Math.abs(complete(0) - 0.8)).toBeLessThan(0.03);
});

test('half of the residents have lost patience at the median of the exponential law', () => {
  const median = assumedBehavior.patienceDays * Math.log(2);
  expect(Math.abs(shareOf((event) => patienceOf(7, event, assumedBehavior) <= median) - 0.5)).toBeLessThan(
    0.03,
  );
});
