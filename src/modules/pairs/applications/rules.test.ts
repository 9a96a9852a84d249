import { expect, test } from 'vitest';
import { isCurrent } from './rules.ts';

test.each([
  ['submitted', true],
  ['accepted', true],
  ['ready', true],
  ['paused', true],
  ['declined', false],
  ['withdrawn', false],
  ['expired', false],
  ['ended', false],
] as const)('an application that is %s may lead to a pair: %s', (state, may) => {
  expect(isCurrent({ state })).toBe(may);
});
