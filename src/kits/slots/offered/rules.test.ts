import { describe, expect, test } from 'vitest';
import { hoursSetting } from '../hours.ts';
import { type Offering, startsOf } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const afternoon = { day: Temporal.PlainDate.from('2026-12-07'), from: '13:00', until: '16:00', minutes: 45 };

describe('a part of a day', () => {
  const starts = (changes: Partial<Offering>) => {
    const outcome = startsOf({ ...afternoon, ...changes }, hoursSetting.value, now);
    return outcome.ok
      ? outcome.value.map((start) =>
          start.toZonedDateTimeISO('Asia/Tokyo').toPlainTime().toString().slice(0, 5),
        )
      : outcome.refusal.code;
  };
  test.each([
    [{}, ['13:00', '13:45', '14:30', '15:15']],
    [{ until: '15:14' }, ['13:00', '13:45']],
    [{ until: '13:44' }, 'no_time_fits_between'],
    [{ until: '12:00' }, 'no_time_fits_between'],
    [{ day: Temporal.PlainDate.from('2026-11-24'), from: '08:59' }, 'times_are_past'],
    [{ day: Temporal.PlainDate.from('2027-12-07') }, 'times_are_within_a_year'],
    [{ day: Temporal.PlainDate.from('2026-12-06') }, 'times_are_closed'],
    [{ day: Temporal.PlainDate.from('2026-12-30') }, 'times_are_closed'],
    [{ until: '19:00' }, 'times_are_closed'],
  ])('%j gives %j', (changes, expected) => {
    expect(starts(changes)).toEqual(expected);
  });
});
