const DIGITS = { from: 100_000, many: 900_000 };
/** Numbers of the first pledges have a digit less, and hold as long as they are there. */
const [LEAST, MOST] = [100_000, 9_999_999];

/**
 * A number to write before one's name at the bank: six digits and a check digit (Luhn, ISO/IEC 7812-1), so that a digit
 * mistyped, or two neighbors swapped (but 09 and 90), never names somebody else's pledge.
 * @param random gives a whole number below another, so that no client can choose one
 */
export function newPledgeNumber(random: (below: number) => number): number {
  const digits = DIGITS.from + random(DIGITS.many);
  return digits * 10 + checkDigitOf(digits);
}

/** Whether a number can be one of a pledge. */
export function isPledgeNumber(number: number): boolean {
  return number >= LEAST && number <= MOST && number % 10 === checkDigitOf(Math.trunc(number / 10));
}

function checkDigitOf(digits: number): number {
  const sum = [...String(digits)].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - (sum % 10)) % 10;
}
