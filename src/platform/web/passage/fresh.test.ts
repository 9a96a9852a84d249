import { expect, test } from 'vitest';
import { freshFor } from './fresh.ts';

test.each([
  ['2026-12-25T09:00:00+09:00', 300],
  ['2026-12-25T23:55:00+09:00', 300],
  ['2026-12-25T23:58:30+09:00', 90],
  ['2026-12-25T23:59:59.900+09:00', 0],
  ['2026-12-26T00:00:00+09:00', 300],
])('at %s it is %d seconds', (now, seconds) => {
  expect(freshFor(Temporal.Instant.from(now))).toBe(`public, max-age=${seconds}`);
});
