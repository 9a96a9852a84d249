import { expect, test } from 'vitest';
import { mayBeDelivered } from './delivery.ts';

const overAt = Temporal.Instant.from('2026-11-01T00:00:00+09:00');
const after = (hours: number) => overAt.add({ hours });

test.each([
  [1, 0, false],
  [2, 0, true],
  [1, 14 * 24 - 1, false],
  [1, 14 * 24, true],
])('closed by %i, %i hours after the end: %s', (closed, hours, may) => {
  expect(mayBeDelivered({ closed, overAt, now: after(hours) })).toBe(may);
});
