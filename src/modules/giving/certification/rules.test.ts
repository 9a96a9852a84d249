import { expect, test } from 'vitest';
import { standingOf } from './rules.ts';

test('an average is not rounded up to what is not reached', () => {
  const year = (donors: number) => ({ fiscalYear: 2026, donors, withoutAddress: 0 });
  expect(standingOf([year(99), year(100)])).toEqual({ average: 99.5, missing: 1 });
  expect(standingOf([year(100), year(100), year(99)])).toEqual({ average: 99.6, missing: 1 });
  expect(standingOf([year(250), year(10)])).toEqual({ average: 130, missing: 0 });
});
