import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MONDAY_TEN } from './samples.ts';
import { isFreeInWeek, NEVER, SLOTS_A_WEEK, toPossibleTime, touchedSlots, toWeekly } from './weekly.ts';

it('keeps exactly the half hours of the ranges', () => {
  const range = fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 47 }), fc.integer({ min: 1, max: 48 }))
    .filter(([, from, to]) => from < to)
    .map(([weekday, fromSlot, toSlot]) => ({ weekday, fromSlot, toSlot }));
  fc.assert(
    fc.property(fc.array(range, { maxLength: 6 }), (ranges) => {
      const weekly = toWeekly(ranges);
      for (let index = 0; index < SLOTS_A_WEEK; index++) {
        const isIn = ranges.some(
          ({ weekday, fromSlot, toSlot }) =>
            weekday * 48 + fromSlot <= index && index < weekday * 48 + toSlot,
        );
        if (isFreeInWeek(weekly, index) !== isIn) return false;
      }
      return weekly.length === NEVER.length;
    }),
    { numRuns: 50 },
  );
});

it('refuses a range that leaves its day', () => {
  expect(() => toWeekly([{ weekday: 6, fromSlot: 40, toSlot: 49 }])).toThrow(RangeError);
});

it('touches every half hour that a time runs into', () => {
  const quarterPast = toPossibleTime(MONDAY_TEN.add({ minutes: 15 }), 20);
  expect(quarterPast).toMatchObject({ weekday: 0, slot: 20 });
  expect(touchedSlots(quarterPast)).toEqual([20, 21]);
});

it('goes on with Monday after Sunday midnight', () => {
  const lateSunday = toPossibleTime(MONDAY_TEN.add({ days: 6, hours: 13, minutes: 30 }), 60);
  expect(touchedSlots(lateSunday)).toEqual([335, 0]);
});
