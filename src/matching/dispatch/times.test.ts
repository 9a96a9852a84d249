import { expect, test } from 'vitest';
import { epochDay } from './times.ts';

const MIDNIGHT = '2026-12-07T00:00:00+09:00';

test('a day begins at midnight where the organization is', () => {
  const midnight = Temporal.Instant.from(MIDNIGHT);
  expect(epochDay(midnight, 'Asia/Tokyo') - epochDay(midnight.subtract({ seconds: 1 }), 'Asia/Tokyo')).toBe(
    1,
  );
  expect(epochDay(Temporal.Instant.from('1970-01-01T00:00:00+09:00'), 'Asia/Tokyo')).toBe(0);
});
