import { expect, test } from 'vitest';
import { openSince } from './rules.ts';

test('a wish is open for ninety days', () => {
  expect(openSince(Temporal.Instant.from('2026-12-01T00:00:00Z')).toString()).toBe('2026-09-02T00:00:00Z');
});
