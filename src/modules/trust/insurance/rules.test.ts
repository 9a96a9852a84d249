import { describe, expect, test } from 'vitest';
import { firstDayOfNextFiscalYear, fiscalYearOf, mayInsureFrom } from './rules.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe('the insurance year', () => {
  test.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2028-02-29', 2027],
  ])('of %s is %i', (iso, year) => {
    expect(fiscalYearOf(day(iso))).toBe(year);
  });

  test.each([
    ['2026-03-31', '2026-04-01'],
    ['2026-04-01', '2027-04-01'],
  ])('after %s the next begins on %s', (iso, next) => {
    expect(firstDayOfNextFiscalYear(day(iso)).toString()).toBe(next);
  });

  test.each([
    ['2025-03-31', null],
    ['2025-04-01', 2025],
    ['2026-11-25', 2026],
    ['2028-03-31', 2027],
    ['2028-04-01', null],
    ['9999-12-31', null],
  ])('cover from %s, recorded in November 2026, is of the year %s', (iso, year) => {
    const outcome = mayInsureFrom(day(iso), day('2026-11-24'));
    expect(outcome.ok ? outcome.value : null).toBe(year);
  });
});
