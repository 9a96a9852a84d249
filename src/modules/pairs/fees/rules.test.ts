import { describe, expect, test } from 'vitest';
import { amountOf, mayAskInstead, maySettle, tableOn } from './rules.ts';
import { type FeeTable, feesSetting } from './setting.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const [first] = feesSetting.value.tables as [FeeTable];
const later: FeeTable = { ...first, from_on: '2027-04-01', full: { registration: 2000, membership: 4000 } };

test('the table of a day is the newest that has begun; before all of them the first', () => {
  const on = (text: string) => tableOn([first, later], day(text)).full.registration;
  expect([on('2020-01-01'), on('2023-11-15'), on('2027-03-31'), on('2027-04-01')]).toEqual([
    1000, 1000, 1000, 2000,
  ]);
});

describe('what is asked, as the reference organization has published it', () => {
  test.each([
    ['full', 1000, 3000],
    ['evacuee', 0, 0],
    ['burden', 0, 1500],
    ['student', 500, 1500],
    ['individual', 1000, 3000],
  ] as const)('of %s: %i yen to register, %i yen for a pair', (reduction, registration, membership) => {
    expect(amountOf(first, 'registration', reduction)).toEqual({ full: 1000, asked: registration });
    expect(amountOf(first, 'membership', reduction)).toEqual({ full: 3000, asked: membership });
  });

  test('a class never pays more than in full', () => {
    const odd = { ...first, student: { registration: 9000, membership: 9000 } };
    expect(amountOf(odd, 'registration', 'student').asked).toBe(1000);
  });
});

test.each(['paid', 'waived'] as const)('a fee that is %s is not settled again', (state) => {
  expect(maySettle({ state })).toMatchObject({ refusal: { code: 'fee_is_settled_already' } });
  expect(mayAskInstead({ state, full: 1000 }, 0)).toMatchObject({
    refusal: { code: 'fee_is_settled_already' },
  });
});

test('another amount is at most the fee', () => {
  expect(mayAskInstead({ state: 'due', full: 1000 }, 1000).ok).toBe(true);
  expect(mayAskInstead({ state: 'due', full: 1000 }, 1001)).toMatchObject({
    refusal: { code: 'amount_is_above_the_fee', params: { most: 1000 } },
  });
});
