import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NEVER, toWeekly } from '../dispatch/weekly.ts';
import { commonDays, commonMinutes, eitherWeek, isWeek } from './week.ts';

const range = fc.record({ weekday: fc.nat(6), fromSlot: fc.nat(46), toSlot: fc.constant(47) });
const ranges = fc.array(range, { maxLength: 6 });

test('common time counts exactly the half hours that are free in both weeks', () => {
  const slots = (some: readonly { weekday: number; fromSlot: number; toSlot: number }[]) =>
    new Set(
      some.flatMap(({ weekday, fromSlot, toSlot }) =>
        Array.from({ length: toSlot - fromSlot }, (_, index) => 48 * weekday + fromSlot + index),
      ),
    );
  fc.assert(
    fc.property(ranges, ranges, (one, two) => {
      const [a, b] = [toWeekly(one), toWeekly(two)];
      const common = [...slots(one).intersection(slots(two))];
      expect(commonMinutes(a, b)).toBe(30 * common.length);
      const days = new Set(common.map((slot) => Math.floor(slot / 48)));
      expect(commonDays(a, b)).toEqual([...days].sort());
      expect(eitherWeek(a, b)).toBe(toWeekly([...one, ...two]));
    }),
  );
});

test('a week is 84 lower-case hex digits', () => {
  expect(isWeek(NEVER)).toBe(true);
  expect(
    ['', NEVER.slice(1), `${NEVER}0`, NEVER.replace('0', 'F'), NEVER.replace('0', 'x')].some(isWeek),
  ).toBe(false);
});
