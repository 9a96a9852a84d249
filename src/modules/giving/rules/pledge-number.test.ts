import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPledgeNumber, newPledgeNumber } from './pledge-number.ts';

const drawn = (digits: number) => newPledgeNumber(() => digits - 10_000);
const fiveDigits = fc.integer({ min: 10_000, max: 99_999 });

test('a new number is one of a pledge, six digits long', () => {
  fc.assert(fc.property(fiveDigits, (digits) => isPledgeNumber(drawn(digits))));
  expect(drawn(79_927)).toBe(799_270);
});

test('one digit mistyped is nobody’s number', () => {
  fc.assert(
    fc.property(fiveDigits, fc.nat(5), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
      const typed = [...String(drawn(digits))];
      typed[at] = String((Number(typed[at]) + by) % 10);
      return !isPledgeNumber(Number(typed.join('')));
    }),
  );
});

test('what is too short, too long or no whole number is none', () => {
  for (const no of [0, 18, 99_994, 1_000_008, 799_270.5, Number.NaN]) expect(isPledgeNumber(no)).toBe(false);
});
