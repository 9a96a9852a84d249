import { describe, expect, test } from 'vitest';
import { daysBetween, medianOf, pausedDaysAt, waitedDays } from './rules.ts';

const at = (text: string) => Temporal.Instant.from(`${text}+09:00`);

describe('waiting', () => {
  test('is counted in days of Japan', () => {
    expect(daysBetween(at('2026-11-24T23:50'), at('2026-11-25T00:10'))).toBe(1);
    expect(daysBetween(at('2026-11-24T00:10'), at('2026-11-24T23:50'))).toBe(0);
  });

  test('leaves out pauses, the one under way too', () => {
    const paused = { readyAt: at('2026-11-01T09:00'), pausedAt: at('2026-11-20T09:00'), pausedDays: 3 };
    expect(pausedDaysAt(paused, at('2026-11-24T09:00'))).toBe(7);
    expect(waitedDays(paused, at('2026-11-24T09:00'))).toBe(16);
    expect(waitedDays({ ...paused, readyAt: null }, at('2026-11-24T09:00'))).toBe(0);
  });
});

describe('the middle of waits', () => {
  test.each<[readonly number[], number | null]>([
    [[], null],
    [[10, 20, 30, 40], null],
    [[50, 10, 30, 20, 40], 30],
    [[60, 50, 10, 30, 20, 40], 30],
  ])('of %j is %j', (days, middle) => {
    expect(medianOf(days)).toBe(middle);
  });
});
