import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partyOf, readAges, typedParty } from './party.ts';

test.each([
  ['4, 7', [4, 7]],
  ['４　７', [4, 7]],
  ['4歳と7歳', [4, 7]],
  ['4、 7さい、', [4, 7]],
  ['4岁、7岁', [4, 7]],
  ['4和7周岁', [4, 7]],
  ['4 and 7', [4, 7]],
  ['', []],
  ['0', [0]],
])('ages are read as families write them: %s', (typed, ages) => expect(readAges(typed)).toEqual(ages));

test.each(['18', 'four', '4.5', '-3', '123', '4/7'])('%s is no list of ages', (typed) =>
  expect(readAges(typed)).toBeNull(),
);

test('a party is typed again as it was', () => {
  const typed = fc.record({
    adults: fc.integer({ min: 1, max: 5 }),
    childAges: fc.array(fc.nat(17), { maxLength: 5 }).map((ages) => ages.toSorted((a, b) => b - a)),
    crafts: fc.nat(3),
    interpretation: fc.constantFrom('', 'ne', 'vi'),
  });
  fc.assert(
    fc.property(typed, (one) => {
      const people = one.adults + one.childAges.length;
      expect(typedParty(partyOf(one))).toEqual({ ...one, crafts: Math.min(one.crafts, people) });
    }),
  );
});
