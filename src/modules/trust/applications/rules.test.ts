import { expect, test } from 'vitest';
import { codeOf } from '../../../../test/support/standing.ts';
import { mayApply } from './rules.ts';

const welcomed = { welcomedAt: Temporal.Instant.from('2026-01-01T00:00:00Z') };

test('an application waits until the welcome page has asked for a name', () => {
  expect(codeOf(mayApply({ welcomedAt: null }, null))).toBe('tell_your_name_first');
  expect(codeOf(mayApply(null, null))).toBe('tell_your_name_first');
});

test.each([
  ['submitted', 'application_is_under_way'],
  ['approved', 'you_are_already_a_volunteer'],
  ['declined', null],
  ['withdrawn', null],
  ['ended', null],
] as const)('after one that is %s, another is refused with %s', (state, code) => {
  expect(codeOf(mayApply(welcomed, { state }))).toBe(code);
});

test('may be handed in by somebody who never applied', () => {
  expect(mayApply(welcomed, null).ok).toBe(true);
});
