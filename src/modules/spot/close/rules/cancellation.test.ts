import { integer, property, assert as verify } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MONDAY_TEN, tokyo } from '../../../../../test/support/spot-samples.ts';
import { DEFAULT_SETTINGS } from '../../settings.ts';
import { isLateCancellation } from './cancellation.ts';

describe('cancelling', () => {
  test.each([
    ['two days before', '2026-12-05T12:00', false],
    ['at five on the day before', '2026-12-06T17:00', false],
    ['a second past five on the day before', '2026-12-06T17:00:01', true],
    ['on the day', '2026-12-07T08:00', true],
  ])('%s', (_, now, expected) => {
    expect(isLateCancellation(MONDAY_TEN, tokyo(now), DEFAULT_SETTINGS)).toBe(expected);
  });

  test('is never late while nobody has said yes', () => {
    expect(isLateCancellation(null, tokyo('2026-12-07T09:59'), DEFAULT_SETTINGS)).toBe(false);
  });

  test('once late, stays late', () => {
    const minutes = integer({ min: -5000, max: 5000 });
    verify(
      property(minutes, minutes, (one, other) => {
        const isLate = (at: number) =>
          isLateCancellation(MONDAY_TEN, MONDAY_TEN.add({ minutes: at }), DEFAULT_SETTINGS);
        return !isLate(Math.min(one, other)) || isLate(Math.max(one, other));
      }),
    );
  });
});
