import { expect, test } from 'vitest';
import { officeStanding } from './rules.ts';

const at = Temporal.Instant.from('2026-11-24T01:00:00Z');

test.each([
  ['proposed', { agreedAt: null, endedAt: null }, 'in_triage'],
  ['agreed', { agreedAt: at, endedAt: null }, 'in_triage'],
  // The way there stays with them.
  ['agreed', { agreedAt: at, endedAt: null }, 'closed'],
  ['over', { agreedAt: null, endedAt: null }, 'closed'],
  ['over', { agreedAt: at, endedAt: at }, 'in_triage'],
] as const)('is %s', (standing, dates, state) => {
  expect(officeStanding(dates, state)).toBe(standing);
});
