import { describe, expect, test } from 'vitest';
import { clockOf, closesAt, fewerThanTaken, instantOf, later, typedClosing } from './rules.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const day = (text: string) => Temporal.PlainDate.from(text);

test('a day and a time by the clock are one instant in Japan, and the way back', () => {
  expect(instantOf(day('2026-12-06'), '13:30')).toEqual(at('2026-12-06T13:30'));
  expect(clockOf(at('2026-12-06T00:05'))).toBe('00:05');
});

describe('registration closes', () => {
  const startsAt = at('2026-12-06T13:00');
  test.each([
    [null, null, '2026-12-06T13:00', null],
    ['2026-12-04', null, '2026-12-04T23:59', '2026-12-04'],
    ['2026-12-06', '10:00', '2026-12-06T10:00', '2026-12-06'],
    ['2026-12-06', null, '2026-12-06T13:00', null],
    ['2026-12-09', '09:00', '2026-12-06T13:00', null],
  ])('with the day %s and the time %s at %s', (typed, closesTime, closes, again) => {
    const closed = closesAt({ closesOn: typed === null ? null : day(typed), closesTime }, startsAt);
    expect(closed).toEqual(at(closes));
    const back = typedClosing({ startsAt, registrationClosesAt: closed });
    expect(back.closesOn?.toString() ?? null).toBe(again);
    expect(closesAt(back, startsAt)).toEqual(closed);
  });
});

describe('the next of a series', () => {
  test.each([
    ['2026-12-06T13:00', 'week', '2026-12-13T13:00'],
    ['2026-12-27T23:30', 'week', '2027-01-03T23:30'],
    ['2026-12-06T13:00', 'month', '2027-01-03T13:00'],
    ['2026-11-29T10:00', 'month', '2026-12-27T10:00'],
    ['2026-01-31T10:00', 'month', '2026-02-28T10:00'],
    ['2026-12-08T00:30', 'month', '2027-01-12T00:30'],
  ] as const)('after %s, a %s later, is on %s', (from, step, next) => {
    expect(later(at(from), step)).toEqual(at(next));
  });
});

test('fewer seats than are taken are found kind by kind; more, or fewer free ones, are none of it', () => {
  const of = (kind: 'anybody' | 'child' | 'craft', capacity: number, taken: number) =>
    ({ kind, language: '', capacity, taken }) as const;
  const seats = [of('anybody', 10, 8), of('child', 5, 4), of('craft', 3, 5)];
  const found = fewerThanTaken(seats, [of('anybody', 6, 0), of('child', 4, 0), of('craft', 4, 0)], []);
  expect(found).toEqual([{ ...of('anybody', 6, 8), over: 2 }]);
  expect(fewerThanTaken(seats, [], [])).toEqual([]);
  const spoken = [{ kind: 'interpretation', language: 'ne', capacity: 4, taken: 2 }] as const;
  expect(fewerThanTaken(spoken, [], [])).toEqual([{ ...spoken[0], capacity: 0, over: 2 }]);
  expect(fewerThanTaken(spoken, [], ['ne'])).toEqual([]);
});
