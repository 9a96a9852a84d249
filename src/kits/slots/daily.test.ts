import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daily, dayOf, openDaysAfter } from './daily.ts';
import { hoursSetting } from './hours.ts';

const tokyo = (time: string) => Temporal.Instant.from(`${time}+09:00`);

describe('a time of day that comes every day', () => {
  test('is that of Tokyo, whatever the machine thinks', () => {
    expect(daily('17:00').on(Temporal.PlainDate.from('2026-12-06'))).toEqual(tokyo('2026-12-06T17:00'));
    expect(dayOf(tokyo('2026-12-07T00:00')).toString()).toBe('2026-12-07');
    expect(dayOf(tokyo('2026-12-06T23:59:59')).toString()).toBe('2026-12-06');
  });

  test.each([
    ['a visit in the morning', '2026-12-07T08:30', '2026-12-06T17:00'],
    ['a visit at midnight', '2026-12-07T00:00', '2026-12-06T17:00'],
    ['a visit late in the evening', '2026-12-07T23:30', '2026-12-06T17:00'],
    ['a visit on New Year’s Day', '2027-01-01T09:00', '2026-12-31T17:00'],
    ['a visit behind a leap day', '2028-03-01T09:00', '2028-02-29T17:00'],
  ])('before %s is on the evening before', (_, startsAt, deadline) => {
    expect(daily('17:00').before(tokyo(startsAt))).toEqual(tokyo(deadline));
  });

  test('is always on the day before, and never after', () => {
    const instants = fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((second) => Temporal.Instant.fromEpochMilliseconds(second * 1000));
    fc.assert(
      fc.property(instants, fc.integer({ min: 0, max: 23 }), (at, hour) => {
        const before = daily(new Temporal.PlainTime(hour)).before(at);
        expect(dayOf(before).add({ days: 1 })).toEqual(dayOf(at));
        expect(Temporal.Instant.compare(before, at)).toBe(-1);
      }),
    );
  });

  test.each(['24:00', '5pm', ''])('%j is no time of day', (time) => {
    expect(() => daily(time)).toThrow(RangeError);
  });
});

test('open days are counted by the organization’s own calendar', () => {
  const friday = tokyo('2026-12-25T12:00');
  expect(openDaysAfter(friday, 1, hoursSetting.value).toString()).toBe('2026-12-26');
  expect(openDaysAfter(friday, 3, hoursSetting.value).toString()).toBe('2027-01-04');
  const closed = { ...hoursSetting.value, closedOn: ['2026-12-26'] };
  expect(openDaysAfter(friday, 1, closed).toString()).toBe('2026-12-28');
});
