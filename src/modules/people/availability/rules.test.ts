import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockTime,
  fromTicks,
  joinHours,
  mayDiffer,
  mayPause,
  TICKS,
  ticksOutside,
  toTicks,
} from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const day = (text: string) => Temporal.PlainDate.from(text);
const saidOf = (outcome: { ok: boolean; refusal?: { code: string; field?: string } }) =>
  outcome.refusal ? `${outcome.refusal.code} ${outcome.refusal.field}` : 'accepted';

describe('the weekly grid', () => {
  it('joins neighboring boxes to one range', () => {
    expect(fromTicks(['6-510', '6-600', '6-840'])).toEqual([
      { weekday: 6, startMinute: 510, endMinute: 720 },
      { weekday: 6, startMinute: 840, endMinute: 960 },
    ]);
  });

  it('shows only boxes that are filled wholly', () => {
    expect(toTicks([{ weekday: 2, startMinute: 540, endMinute: 720 }])).toEqual(['2-600']);
  });

  it('gives back any choice of boxes as it was', () => {
    fc.assert(
      fc.property(fc.subarray([...TICKS]), (ticks) => {
        expect(new Set(toTicks(fromTicks(ticks)))).toEqual(new Set(ticks));
      }),
    );
  });

  it('leaves out boxes that do not exist', () => {
    expect(fromTicks(['8-510', '1-511', 'x'])).toEqual([]);
  });
});

describe('times outside the hours of help', () => {
  const ofDay = (ticks: ReadonlySet<string>, weekday: number) =>
    [...ticks].filter((tick) => tick.startsWith(`${weekday}-`));

  it('are those of which no minute lies in them', () => {
    const outside = ticksOutside({ openWeekdays: [1, 2, 3, 4, 5, 6], opensAt: '08:30', closesAt: '18:00' });
    expect(ofDay(outside, 1)).toEqual(['1-1080']);
    expect(ofDay(outside, 7)).toHaveLength(6);
  });

  it('are not those that begin or end within', () => {
    const outside = ticksOutside({ openWeekdays: [1], opensAt: '09:59', closesAt: '18:01' });
    expect(ofDay(outside, 1)).toEqual([]);
    expect(ofDay(ticksOutside({ openWeekdays: [1], opensAt: '10:00', closesAt: '18:00' }), 1)).toEqual([
      '1-510',
      '1-1080',
    ]);
  });
});

describe('joinHours', () => {
  it('makes one of ranges that touch or overlap, in any order', () => {
    const range = (startMinute: number, endMinute: number) => ({ weekday: 1, startMinute, endMinute });
    expect(joinHours([range(720, 780), range(600, 720), range(610, 650)])).toEqual([range(600, 780)]);
  });
});

describe('mayDiffer', () => {
  it.each([
    ['2026-11-24', 600, 720, 'accepted'],
    ['2027-11-25', 600, 720, 'accepted'],
    ['2026-11-23', 600, 720, 'day_is_over onDay'],
    ['2027-11-26', 600, 720, 'day_is_too_far_ahead onDay'],
    ['2026-12-01', 720, 720, 'end_comes_before_start endMinute'],
    ['2026-12-01', 720, 600, 'end_comes_before_start endMinute'],
  ])('%s from %i to %i: %s', (onDay, startMinute, endMinute, said) => {
    expect(saidOf(mayDiffer({ onDay: day(onDay), startMinute, endMinute, isAvailable: true }, today))).toBe(
      said,
    );
  });
});

describe('mayPause', () => {
  const known = [
    { id: 'a', fromOn: day('2026-12-20'), untilOn: day('2027-01-10') },
    { id: 'b', fromOn: day('2027-03-01'), untilOn: null },
  ];
  it.each([
    ['2026-11-24', '2026-11-25', 'accepted'],
    ['2026-12-01', '2026-12-20', 'accepted'],
    ['2027-01-10', '2027-03-01', 'accepted'],
    ['2026-11-23', '2026-12-01', 'day_is_over fromOn'],
    ['2026-12-01', '2026-12-01', 'back_comes_before_away untilOn'],
    ['2026-12-01', '2026-12-21', 'pause_meets_another fromOn'],
    ['2026-12-01', null, 'pause_meets_another fromOn'],
    ['2027-04-01', '2027-04-02', 'pause_meets_another fromOn'],
    ['2028-04-01', null, 'day_is_too_far_ahead fromOn'],
  ])('from %s until %s: %s', (from, until, said) => {
    expect(saidOf(mayPause({ fromOn: day(from), untilOn: until ? day(until) : null }, known, today))).toBe(
      said,
    );
  });
});

describe('clockTime', () => {
  it.each([
    [0, '00:00'],
    [510, '08:30'],
    [1440, '24:00'],
  ])('%i is %s', (minute, shown) => {
    expect(clockTime(minute)).toBe(shown);
  });
});
