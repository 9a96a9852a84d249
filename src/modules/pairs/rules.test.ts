import { expect, test } from 'vitest';
import { endOfPair } from './rules.ts';

test.each([
  ['2026-08-31', '2027-02-28'],
  ['2027-08-31', '2028-02-29'],
  ['2026-11-30', '2027-05-30'],
  ['2026-12-01', '2027-06-01'],
])('a pair that began on %s ends before %s', (from, until) => {
  expect(endOfPair(Temporal.PlainDate.from(from)).toString()).toBe(until);
});
