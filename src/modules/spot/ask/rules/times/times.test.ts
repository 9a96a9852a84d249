import { integer, property, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TUESDAY_NINE } from '../../../../../../test/support/spot-samples.ts';
import { isWithinHours, whyClosed } from '../../../../../kits/slots/index.ts';
import { DEFAULT_SETTINGS } from '../../../settings.ts';
import { earliestDay, refuseLength, refuseTimes, toStart } from './times.ts';

const asking = { now: TUESDAY_NINE, settings: DEFAULT_SETTINGS, isByCoordinator: false };
const coordinator = { ...asking, isByCoordinator: true };

function at(local: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();
}

function codes(local: string, minutes = 120, by = asking): string[] {
  return refuseTimes([at(local)], minutes, by).map((refusal) => refusal.code);
}

describe('a possible time', () => {
  test.each([
    ['an ordinary Monday morning', '2026-12-07T10:00', 120, []],
    ['from opening', '2026-12-07T08:30', 120, []],
    ['until closing', '2026-12-07T15:00', 180, []],
    ['a minute before opening', '2026-12-07T08:29', 60, ['time_is_outside_hours']],
    ['a minute past closing', '2026-12-07T15:01', 180, ['time_is_outside_hours']],
    ['five hours into the evening', '2026-12-07T14:00', 300, ['time_is_outside_hours']],
    ['across midnight', '2026-12-07T23:00', 120, ['time_is_outside_hours']],
    ['a Saturday', '2026-12-05T10:00', 120, []],
    ['a Sunday', '2026-12-06T10:00', 120, ['closed_on_that_weekday']],
    ['a holiday (Coming of Age Day)', '2027-01-11T10:00', 120, ['closed_on_holidays']],
    ['a day in lieu (22 March 2027)', '2027-03-22T10:00', 120, ['time_is_too_far_ahead']],
    ['the last day before year-end', '2026-12-28T10:00', 120, []],
    ['the first day of year-end', '2026-12-29T10:00', 120, ['closed_at_year_end']],
    ['New Year, a holiday as well', '2027-01-01T10:00', 120, ['closed_at_year_end']],
    ['a Sunday of year-end', '2027-01-03T10:00', 120, ['closed_at_year_end']],
    ['the first day after year-end', '2027-01-04T10:00', 120, []],
    ['yesterday', '2026-11-23T10:00', 120, ['time_has_passed_choose_later']],
    ['this very minute', '2026-11-24T09:00', 120, ['time_has_passed_choose_later']],
    ['later today', '2026-11-24T15:00', 120, ['time_is_too_soon']],
    ['the second open day from now', '2026-11-26T10:00', 120, ['time_is_too_soon']],
    ['the third open day from now', '2026-11-27T10:00', 120, []],
    ['ninety days ahead', '2027-02-22T10:00', 120, []],
    ['ninety-one days ahead', '2027-02-23T10:00', 120, ['time_is_too_far_ahead']],
  ])('%s', (_, local, minutes, expected) => {
    expect(codes(local, minutes)).toEqual(expected);
  });

  test('exists on 29 February, in the years that have one', () => {
    const now = at('2028-02-14T09:00');
    expect(refuseTimes([at('2028-02-29T10:00')], 60, { ...asking, now })).toEqual([]);
    expect(() =>
      toStart(Temporal.PlainDate.from('2027-02-29', { overflow: 'reject' }), '10:00', DEFAULT_SETTINGS),
    ).toThrow(RangeError);
  });

  test('counts notice over a weekend, holidays and the year-end', () => {
    const earliest = (local: string) => earliestDay(at(local), DEFAULT_SETTINGS).toString();
    expect(earliest('2026-11-21T09:00')).toBe('2026-11-26');
    expect(earliest('2026-12-26T09:00')).toBe('2027-01-05');
    expect(earliest('2027-04-28T23:59')).toBe('2027-05-06');
  });

  test('is the same instant all year, since Tokyo keeps one time', () => {
    const hours = ['2027-01-15', '2027-07-15'].map((day) =>
      toStart(Temporal.PlainDate.from(day), '10:00', DEFAULT_SETTINGS).toString(),
    );
    expect(hours).toEqual(['2027-01-15T01:00:00Z', '2027-07-15T01:00:00Z']);
  });

  test('may be today or on a holiday when a coordinator says so, never in the past, at night or at year-end', () => {
    expect(codes('2026-11-24T15:00', 120, coordinator)).toEqual([]);
    expect(codes('2027-01-11T10:00', 120, coordinator)).toEqual([]);
    expect(codes('2026-11-23T10:00', 120, coordinator)).toEqual(['time_has_passed']);
    expect(codes('2026-12-07T19:00', 60, coordinator)).toEqual(['time_is_outside_hours']);
    expect(codes('2026-12-30T10:00', 60, coordinator)).toEqual(['closed_at_year_end']);
  });

  test('tells the first day that is possible', () => {
    const [refusal] = refuseTimes([at('2026-11-25T10:00')], 60, asking);
    expect(refusal).toEqual({
      code: 'time_is_too_soon',
      params: { days: 3, earliest: at('2026-11-27T12:00').epochMilliseconds },
      field: 'times.0',
    });
  });

  test('is given at least once, at most three times, and none of them twice', () => {
    const days = [7, 8, 9, 10, 11, 12].map((day) => at(`2026-12-${String(day).padStart(2, '0')}T10:00`));
    expect(refuseTimes([], 60, asking)[0]).toEqual({ code: 'choose_at_least_one_time', field: 'times' });
    expect(refuseTimes(days, 60, asking)[0]?.code).toBe('too_many_times');
    expect(refuseTimes(days.slice(0, 3), 60, asking)).toEqual([]);
    expect(
      refuseTimes(
        [days[0], days[1], days[0]].filter((day) => day !== undefined),
        60,
        asking,
      ),
    ).toEqual([{ code: 'same_time_twice', field: 'times.2' }]);
  });

  test('that is accepted always lies on an open day, in hours, with notice', () => {
    const start = TUESDAY_NINE.epochMilliseconds / 60_000;
    verify(
      property(integer({ min: -3_000, max: 150_000 }), integer({ min: 30, max: 180 }), (minute, length) => {
        const time = Temporal.Instant.fromEpochMilliseconds((start + minute) * 60_000);
        if (refuseTimes([time], length, asking).length > 0) return true;
        const local = time.toZonedDateTimeISO('Asia/Tokyo');
        const day = local.toPlainDate();
        return (
          whyClosed(day, DEFAULT_SETTINGS) === null &&
          isWithinHours(local, length, DEFAULT_SETTINGS) &&
          Temporal.PlainDate.compare(day, earliestDay(TUESDAY_NINE, DEFAULT_SETTINGS)) >= 0
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a length', () => {
  test.each([
    [30, null],
    [180, null],
    [29, 'visit_is_too_short'],
    [181, 'visit_is_too_long'],
    [300, 'visit_is_too_long'],
    [0, 'visit_is_too_short'],
    [-60, 'visit_is_too_short'],
    [90.5, 'write_a_whole_number'],
    [Number.NaN, 'write_a_whole_number'],
  ])('of %s minutes', (minutes, expected) => {
    expect(refuseLength(minutes, asking)?.code ?? null).toBe(expected);
  });

  test('may be longer when a coordinator allows it, up to a whole day of opening', () => {
    expect(refuseLength(300, coordinator)).toBeNull();
    expect(refuseLength(601, coordinator)?.code).toBe('visit_is_too_long');
  });
});

describe('the days of the organization', () => {
  test('can be closed and opened one by one', () => {
    const settings = { ...DEFAULT_SETTINGS, closedOn: ['2026-12-07'], openOn: ['2026-12-30', '2026-12-06'] };
    expect(whyClosed(Temporal.PlainDate.from('2026-12-07'), settings)).toBe('closed_on_that_day');
    expect(whyClosed(Temporal.PlainDate.from('2026-12-30'), settings)).toBeNull();
    expect(whyClosed(Temporal.PlainDate.from('2026-12-06'), settings)).toBeNull();
  });
});
