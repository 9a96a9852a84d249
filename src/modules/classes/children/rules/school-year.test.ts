import { describe, expect, test } from 'vitest';
import type { Born } from '../types.ts';
import { ageOn, endOfSchoolYear, entersSchoolIn, schoolYearOf } from './school-year.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const born = (month: string, isFirstOfApril = false): Born => ({
  birthMonth: day(`${month}-01`),
  isFirstOfApril,
});

describe('the school year, by the rule of the first of April', () => {
  test.each([
    ['2020-03', false, 2026],
    ['2020-04', true, 2026],
    ['2020-04', false, 2027],
    ['2020-12', false, 2027],
    ['2021-01', false, 2027],
  ])('who was born in %s (on the first of April: %s) enters school in April %i', (month, isFirst, year) => {
    expect(entersSchoolIn(born(month, isFirst))).toBe(year);
  });

  test('two children of one April are a school year apart', () => {
    const on = day('2026-12-05');
    expect(schoolYearOf(born('2020-04', true), on)).toEqual({ kind: 'primary', year: 1 });
    expect(schoolYearOf(born('2020-04'), on)).toEqual({ kind: 'before', entersIn: 2027 });
  });

  test('it changes on the first of April and on no other day', () => {
    const child = born('2019-05');
    expect(schoolYearOf(child, day('2027-03-31'))).toEqual({ kind: 'primary', year: 1 });
    expect(schoolYearOf(child, day('2027-04-01'))).toEqual({ kind: 'primary', year: 2 });
    expect(schoolYearOf(child, day('2031-12-31'))).toEqual({ kind: 'primary', year: 6 });
    expect(schoolYearOf(child, day('2032-04-01'))).toEqual({ kind: 'beyond' });
  });

  test('ends on the last of March', () => {
    expect(String(endOfSchoolYear(day('2026-12-05')))).toBe('2027-03-31');
    expect(String(endOfSchoolYear(day('2027-03-31')))).toBe('2027-03-31');
    expect(String(endOfSchoolYear(day('2027-04-01')))).toBe('2028-03-31');
  });
});

test('an age is counted in whole years from the month of birth', () => {
  expect(ageOn(born('2020-12'), day('2026-11-30'))).toBe(5);
  expect(ageOn(born('2020-12'), day('2026-12-01'))).toBe(6);
});
