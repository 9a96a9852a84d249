import { expect, test } from 'vitest';
import { dayOf, isDeductible, isOver, mayDownload, numberOf } from './rules.ts';

const day = Temporal.PlainDate.from;

test('a card gift of December whose money came in January is of the day that the rule names', () => {
  const gift = {
    id: '1',
    donorId: '2',
    amount: 1,
    givenOn: day('2026-12-30'),
    receivedOn: day('2027-01-15'),
  };
  expect(dayOf(gift, 'given_on').toString()).toBe('2026-12-30');
  expect(dayOf(gift, 'received_on').toString()).toBe('2027-01-15');
});

test.each([
  ['2026-06-30', '2026-07-01', false],
  ['2026-07-01', '2026-07-01', true],
  ['2026-07-02', null, false],
])('a gift of %s may be deducted under a certification of %s: %s', (gift, certified, may) => {
  expect(isDeductible(day(gift), certified === null ? null : day(certified))).toBe(may);
});

test('a number has its fiscal year before it', () => {
  expect(numberOf({ fiscalYear: 2026, number: 12 })).toBe('2026-000012');
});

test('what lies with its donor on paper is not taken along a second time, unless it is marked', () => {
  const postedAt = Temporal.Instant.from('2027-01-20T09:00:00+09:00');
  expect(mayDownload({ state: 'issued', postedAt: null })).toBe(true);
  expect(mayDownload({ state: 'issued', postedAt })).toBe(false);
  expect(mayDownload({ state: 'reissued', postedAt })).toBe(true);
  expect(mayDownload({ state: 'void', postedAt: null })).toBe(false);
});

test('a year is summed up once it is over', () => {
  expect(isOver(2026, day('2026-12-31'))).toBe(false);
  expect(isOver(2026, day('2027-01-01'))).toBe(true);
});
