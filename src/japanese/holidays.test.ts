import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addBusinessDays,
  applyOverrides,
  businessDaysBetween,
  type Closure,
  holidayName,
  isBusinessDay,
  isHoliday,
} from './holidays.ts';

const OFFICE: Closure = {
  closedWeekdays: [7],
  closedOnHolidays: true,
  yearlyPeriods: [{ from: '12-29', to: '01-03' }],
  closedOn: ['2026-08-13'],
  openOn: ['2026-11-29'],
};
const NEVER_OPEN: Closure = { ...OFFICE, closedWeekdays: [1, 2, 3, 4, 5, 6, 7], openOn: [] };
const day = (iso: string) => Temporal.PlainDate.from(iso);
const anyDay = fc.integer({ min: 0, max: 1500 }).map((days) => day('2025-01-01').add({ days }));

describe('isHoliday', () => {
  // 内閣府「国民の祝日について」, the lists for 2026 and 2027.
  it.each([
    [
      2026,
      '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
    ],
    [
      2027,
      '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05 07-19 08-11 09-20 09-23 10-11 11-03 11-23',
    ],
  ])('knows the holidays of %i', (year, expected) => {
    const first = day(`${year}-01-01`);
    const days = Array.from({ length: 365 }, (_, days) => first.add({ days }));
    expect(days.filter(isHoliday).map((date) => date.toString().slice(5))).toEqual(expected.split(' '));
  });

  it('has a name in both languages for each', () => {
    expect(holidayName(day('2026-11-23'))).toEqual({ ja: '勤労感謝の日', en: 'Labor Thanksgiving Day' });
    expect(holidayName(day('2026-11-24'))).toBeUndefined();
  });

  it('is false outside the published years', () => {
    expect(isHoliday(day('2099-01-01'))).toBe(false);
  });
});

describe('applyOverrides', () => {
  const published = { '2021-07-19': { name: '海の日', name_en: 'Marine Day' } };

  it('adds a day and takes one away', () => {
    const name = { ja: '海の日', en: 'Marine Day' };
    const corrected = applyOverrides(published, [
      { date: '2021-07-19', name: null },
      { date: '2021-07-22', name },
    ]);
    expect([...corrected]).toEqual([['2021-07-22', name]]);
  });
});

describe('isBusinessDay', () => {
  it.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', true, 'a Saturday'],
    ['2026-11-22', false, 'a Sunday'],
    ['2026-11-23', false, 'a holiday'],
    ['2026-12-28', true, 'the day before the year-end closure'],
    ['2026-12-29', false, 'the first day of the year-end closure'],
    ['2027-01-03', false, 'its last day, in the new year'],
    ['2027-01-04', true, 'the day after it'],
    ['2026-08-13', false, 'a single closed day'],
    ['2026-11-29', true, 'a Sunday that was opened'],
  ])('on %s is %s: %s', (iso, open) => {
    expect(isBusinessDay(day(iso), OFFICE)).toBe(open);
  });

  it('reads a period inside one year', () => {
    const obon = { ...OFFICE, yearlyPeriods: [{ from: '08-12', to: '08-15' }] };
    expect(isBusinessDay(day('2026-08-12'), obon)).toBe(false);
    expect(isBusinessDay(day('2026-12-30'), obon)).toBe(true);
  });
});

describe('addBusinessDays', () => {
  it.each([
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-20', 1, '2026-11-21'],
    ['2026-11-21', 1, '2026-11-24'],
    ['2026-12-28', 1, '2027-01-04'],
    ['2026-11-24', -1, '2026-11-21'],
  ])('from %s by %i gives %s', (iso, days, expected) => {
    expect(addBusinessDays(day(iso), days, OFFICE).toString()).toBe(expected);
  });

  it('refuses half days and an office that never opens', () => {
    expect(() => addBusinessDays(day('2026-11-20'), 0.5, OFFICE)).toThrow(RangeError);
    expect(() => addBusinessDays(day('2026-11-20'), 1, NEVER_OPEN)).toThrow(RangeError);
  });

  it('agrees with businessDaysBetween, forwards and backwards', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40, max: 40 }), (from, days) => {
        const to = addBusinessDays(from, days, OFFICE);
        const counted = businessDaysBetween(from, to, OFFICE);
        expect(counted).toBe(days);
        if (days !== 0) expect(isBusinessDay(to, OFFICE)).toBe(true);
      }),
    );
  });
});

describe('businessDaysBetween', () => {
  it('counts the last day but not the first', () => {
    expect(businessDaysBetween(day('2026-11-20'), day('2026-11-25'), OFFICE)).toBe(3);
    expect(businessDaysBetween(day('2026-11-22'), day('2026-11-22'), OFFICE)).toBe(0);
    expect(businessDaysBetween(day('2026-11-25'), day('2026-11-20'), OFFICE)).toBe(-3);
  });
});
