import { expect, test } from 'vitest';
import { isMassReading, readingSetting } from './rules.ts';

const limits = readingSetting.value;

test.each([
  [60, 60, 0, false],
  [61, 61, 0, true],
  [20, 150, 0, false],
  [20, 151, 0, true],
  [61, 61, 21, false],
  [64, 64, 21, true],
  [10, 200, 70, false],
  [10, 211, 70, true],
])('%d within an hour, %d within a day, usually %d a day: %s', (hourCount, dayCount, usualDay, much) => {
  expect(isMassReading({ personId: 'x', hourCount, dayCount, usualDay }, limits)).toBe(much);
});
