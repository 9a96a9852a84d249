import { expect, test } from 'vitest';
import { daysOf, fiscalYearOf } from './fiscal-year.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('31 March and 1 April are of two fiscal years', () => {
  expect([fiscalYearOf(day('2027-03-31')), fiscalYearOf(day('2027-04-01'))]).toEqual([2026, 2027]);
  expect(daysOf(2026)).toEqual({ from: day('2026-04-01'), until: day('2027-04-01') });
});
