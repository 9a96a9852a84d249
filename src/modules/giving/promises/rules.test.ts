import { describe, expect, test } from 'vitest';
import { isMilestone, mayChange, mayRepair, pausedUntil, undoOf, yearToSumUp } from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const NOW = at('2026-11-24T09:00:00+09:00');

test('a pause ends on the same day of its month, or on its last one', () => {
  expect(pausedUntil(day('2026-11-24'), 1).toString()).toBe('2026-12-24');
  expect(pausedUntil(day('2026-08-31'), 6).toString()).toBe('2027-02-28');
});

test.each([
  [999, 'promise_amount_is_out_of_range'],
  [0, 'promise_amount_is_out_of_range'],
  [-5000, 'promise_amount_is_out_of_range'],
  [1000.5, 'promise_amount_is_out_of_range'],
  [1_000_001, 'promise_amount_is_out_of_range'],
  [1e12, 'promise_amount_is_out_of_range'],
  [3000, 'promise_amount_is_the_same'],
])('%d yen instead of 3,000 are refused', (amount, code) => {
  expect(mayChange({ amount: 3000 }, amount)).toMatchObject({ ok: false, refusal: { code } });
});

test.each([1000, 1_000_000])('%d yen instead of 3,000 are taken', (amount) => {
  expect(mayChange({ amount: 3000 }, amount).ok).toBe(true);
});

describe('what a donor did last can be taken back', () => {
  const change = { act: 'change', party: 'donor', amounts: { before: 3000, after: 5000 }, at: NOW } as const;
  const pause = { act: 'pause', party: 'donor', amounts: null, at: NOW } as const;

  test('a change and a pause', () => {
    expect(undoOf({ state: 'active' }, change, NOW)).toEqual({ act: 'change', amount: 3000 });
    expect(undoOf({ state: 'paused' }, pause, NOW)).toEqual({ act: 'resume' });
  });

  test('for two weeks, only what they did, and never a stop', () => {
    expect(undoOf({ state: 'active' }, change, NOW.add({ hours: 14 * 24 }))).not.toBeNull();
    expect(undoOf({ state: 'active' }, change, NOW.add({ hours: 14 * 24 + 1 }))).toBeNull();
    expect(undoOf({ state: 'active' }, { ...change, party: 'provider' }, NOW)).toBeNull();
    expect(undoOf({ state: 'cancelled' }, { ...pause, act: 'cancel' }, NOW)).toBeNull();
    expect(undoOf({ state: 'active' }, undefined, NOW)).toBeNull();
  });
});

test('another card is put in only where the provider still holds what charges it', () => {
  const failing = { state: 'card_failed', subscription: 'sub_1', subscriptionOverAt: null } as const;
  expect(mayRepair(failing)).toBe(true);
  expect(mayRepair({ ...failing, state: 'lapsed' })).toBe(true);
  expect(mayRepair({ ...failing, state: 'lapsed', subscriptionOverAt: NOW })).toBe(false);
  expect(mayRepair({ ...failing, state: 'active' })).toBe(false);
  expect(mayRepair({ ...failing, state: 'cancelled' })).toBe(false);
});

test('whole years are thanked for by themselves', () => {
  expect([0, 1, 11, 12, 13, 24, 120].filter(isMilestone)).toEqual([12, 24, 120]);
});

test('a year is summed up in the January after it', () => {
  expect(yearToSumUp(day('2027-01-08'))).toBe(2026);
  expect(yearToSumUp(day('2026-12-31'))).toBeNull();
  expect(yearToSumUp(day('2027-02-01'))).toBeNull();
});
