import { describe, expect, it } from 'vitest';
import { isFreeInWeek } from '../../../matching/dispatch/weekly.ts';
import { placeOf, toAbilities, toCalendar, toDispatchGender } from './dispatch.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const minuteAt = (text: string) => Temporal.Instant.from(text).epochMilliseconds / 60_000;

describe('toAbilities', () => {
  const nepali = { language: 'ne', speak: 3, read: 2, write: 1, phone: 0 } as const;
  const japanese = { language: 'ja', speak: 0, read: 1, write: 0, phone: 2 } as const;

  it('counts "a little" as A2, "yes" as B2 and "well" as C1', () => {
    expect(toAbilities([nepali], 'none')).toEqual([
      { language: 'ne', speak: 5, read: 4, write: 2, phone: 0 },
    ]);
  });

  it('takes speaking Japanese from the self-check and the rest from the row', () => {
    expect(toAbilities([japanese], 'b1')).toEqual([
      { language: 'ja', speak: 3, read: 2, write: 0, phone: 4 },
    ]);
  });

  it('takes everything in a first language for granted', () => {
    expect(toAbilities([], 'native')).toEqual([{ language: 'ja', speak: 6, read: 6, write: 6, phone: 6 }]);
  });

  it('takes nothing for granted for somebody who speaks it well', () => {
    expect(toAbilities([], 'c1')).toEqual([{ language: 'ja', speak: 5, read: 0, write: 0, phone: 0 }]);
  });
});

describe('toCalendar', () => {
  it('says hours, exceptions and pauses in Japan’s time', () => {
    const calendar = toCalendar({
      weekly: [{ weekday: 7, startMinute: 600, endMinute: 660 }],
      exceptions: [
        { id: 'e', onDay: day('2026-12-01'), startMinute: 540, endMinute: 600, isAvailable: true },
      ],
      pauses: [{ id: 'p', fromOn: day('2026-12-20'), untilOn: day('2027-01-05') }],
    });
    const freeSlots = Array.from({ length: 336 }, (_, index) => index).filter((index) =>
      isFreeInWeek(calendar.weekly, index),
    );
    expect(freeSlots).toEqual([6 * 48 + 20, 6 * 48 + 21]);
    expect(calendar.exceptions).toEqual([
      {
        fromMinute: minuteAt('2026-12-01T09:00+09:00'),
        toMinute: minuteAt('2026-12-01T10:00+09:00'),
        isFree: true,
      },
    ]);
    expect(calendar.pauses).toEqual([
      { fromMinute: minuteAt('2026-12-20T00:00+09:00'), toMinute: minuteAt('2027-01-05T00:00+09:00') },
    ]);
  });

  it('lets a pause without a day of return last', () => {
    const pauses = [{ id: 'p', fromOn: day('2026-12-20'), untilOn: null }];
    const calendar = toCalendar({ weekly: [], exceptions: [], pauses });
    expect(calendar.pauses[0]?.toMinute).toBeGreaterThan(minuteAt('2100-01-01T00:00Z'));
  });
});

describe('placeOf', () => {
  it('finds the town on the plane, and nothing for somebody who has not said it', () => {
    expect(placeOf({ municipalityCode: '13107', town: '吾妻橋一丁目' })).not.toBeNull();
    expect(placeOf({ municipalityCode: '13107', town: null })).toBeNull();
    expect(placeOf({ municipalityCode: '13107', town: 'Atlantis' })).toBeNull();
  });
});

describe('toDispatchGender', () => {
  it.each([
    ['woman', 'female'],
    ['man', 'male'],
    ['other', 'other'],
    ['not_said', null],
  ] as const)('%s is %s', (gender, dispatched) => {
    expect(toDispatchGender(gender)).toBe(dispatched);
  });
});
