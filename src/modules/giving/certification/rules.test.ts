import { expect, test } from 'vitest';
import { countYear, type Given, standingOf } from './rules.ts';

let entered = 0;
const given = (amount: number, more: Partial<Given> = {}): Given => ({
  fiscalYear: 2026,
  donorId: `donor ${++entered}`,
  personId: null,
  isOrganization: false,
  address: `墨田区${entered}-1`,
  amount,
  ...more,
});
const countOf = (...all: Given[]) => countYear(2026, all);

test('counts whoever gave 3,000 yen or more by name, with an address, in the year', () => {
  const counted = countOf(
    given(3000),
    given(2999),
    given(50_000, { fiscalYear: 2025 }),
    given(3000, { address: null }),
  );
  expect(counted).toEqual({ fiscalYear: 2026, donors: 1, withoutAddress: 1 });
});

test('the same person counts once, and what they gave as two counts together', () => {
  const [one, other] = [given(1500, { personId: 'sita' }), given(1500, { personId: 'sita', address: null })];
  expect(countOf(one, other)).toMatchObject({ donors: 1, withoutAddress: 0 });
});

test.each([
  ['墨田区吾妻橋1-2-3', '墨田区吾妻橋１丁目２番３号'],
  ['墨田区吾妻橋1-2-3', '墨田区 吾妻橋１－２－３'],
  ['墨田区吾妻橋1-2-3', '墨田区吾妻橋1丁目2番地の3'],
])('everybody at one address counts once: %s, %s', (one, other) => {
  expect(countOf(given(2000, { address: one }), given(1000, { address: other })).donors).toBe(1);
});

test('houses with other numbers are other households, and an organization is nobody’s household', () => {
  const at = (address: string, more = {}) => given(3000, { address, ...more });
  expect(countOf(at('墨田区1-11'), at('墨田区11-1'), at('墨田区1-1-1')).donors).toBe(3);
  expect(countOf(at('墨田区1-1'), at('墨田区1-1', { isOrganization: true })).donors).toBe(2);
});

test('an average is not rounded up to what is not reached', () => {
  const year = (donors: number) => ({ fiscalYear: 2026, donors, withoutAddress: 0 });
  expect(standingOf([year(99), year(100)])).toEqual({ average: 99.5, missing: 1 });
  expect(standingOf([year(100), year(100), year(99)])).toEqual({ average: 99.6, missing: 1 });
  expect(standingOf([year(250), year(10)])).toEqual({ average: 130, missing: 0 });
});
