import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWakingHours, wakingHours } from './waking.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);

test('no hour of the night counts', () => {
  expect(addWakingHours(at('2026-12-01T20:00'), 2).equals(at('2026-12-02T09:00'))).toBe(true);
  expect(addWakingHours(at('2026-12-01T03:00'), 1).equals(at('2026-12-01T09:00'))).toBe(true);
  expect(wakingHours(at('2026-12-01T20:00'), at('2026-12-02T09:00'))).toBe(2);
  expect(wakingHours(at('2026-12-02T09:00'), at('2026-12-01T20:00'))).toBe(0);
});

test('as many hours pass as are added', () => {
  const from = at('2026-12-01T00:00');
  fc.assert(
    fc.property(fc.nat(60 * 24 * 30), fc.integer({ min: 1, max: 100 }), (minutes, hours) => {
      const begins = from.add({ minutes });
      expect(wakingHours(begins, addWakingHours(begins, hours))).toBeCloseTo(hours, 3);
    }),
  );
});
