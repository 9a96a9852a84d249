import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPledgeNumber, newPledgeNumber } from './pledge-number.ts';

const drawn = (digits: number) => newPledgeNumber(() => digits - 100_000);
const sixDigits = fc.integer({ min: 100_000, max: 999_999 });

test('a new number is one of a pledge, seven digits long', () => {
  fc.assert(fc.property(sixDigits, (digits) => isPledgeNumber(drawn(digits))));
  expect(drawn(799_273)).toBe(7_992_738);
});

test('there are enough for five years of two hundred thousand', () => {
  const asked: number[] = [];
  newPledgeNumber((below) => asked.push(below));
  expect(asked[0]).toBeGreaterThanOrEqual(4 * 200_000);
});

test('numbers of six digits, as they once were drawn, hold', () => {
  expect(isPledgeNumber(799_270)).toBe(true);
  expect(isPledgeNumber(799_271)).toBe(false);
});

test('one digit mistyped is nobody’s number', () => {
  fc.assert(
    fc.property(sixDigits, fc.nat(6), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const typed = [...String(drawn(digits))];
      typed[at] = String((Number(typed[at]) + by) % 10);
      return !isPledgeNumber(Number(typed.join('')));
    }),
  );
});

test('what is too short, too long or no whole number is none', () => {
  for (const no of [0, 18, 99_994, 10_000_008, 799_270.5, Number.NaN]) expect(isPledgeNumber(no)).toBe(false);
});
