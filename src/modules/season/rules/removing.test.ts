import { expect, test } from 'vitest';
import { mayRemove } from './removing.ts';

const checked = { collectedBy: 'one', verifiedOn: Temporal.PlainDate.from('2026-12-20') };

test.each([
  [checked, 'two', false, false],
  [checked, 'one', false, true],
  [checked, 'two', true, true],
  [{ ...checked, verifiedOn: null }, 'two', false, true],
])('%j is taken away by %s, coordinator %s: %s', (opening, personId, isCoordinator, may) => {
  expect(mayRemove(opening, { personId, isCoordinator })).toBe(may);
});
