import { expect, test } from 'vitest';
import { codeOf } from '../../../../test/support/standing.ts';
import type { PolicyStep } from '../types.ts';
import { forceFrom, mayBePolicy } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const day = (iso: string) => Temporal.PlainDate.from(iso);

test('a policy of today is in force at once, a later one from the start of its day in Japan', () => {
  expect(forceFrom(day('2026-11-24'), now)).toEqual({ ok: true, value: now });
  const from = forceFrom(day('2026-11-25'), now);
  expect(from.ok && String(from.value)).toBe('2026-11-24T15:00:00Z');
});

test.each([
  ['2026-11-23', 'policy_cannot_begin_in_the_past'],
  ['2027-11-25', null],
  ['2027-11-26', 'policy_begins_within_a_year'],
])('one from %s is refused with %s', (from, code) => {
  expect(codeOf(forceFrom(day(from), now))).toBe(code);
});

test('a policy that asks for nothing would let everybody in unseen', () => {
  const step = (demand: PolicyStep['demand']) => ({ step: 'pledge', demand }) as PolicyStep;
  expect(mayBePolicy([step('optional' as PolicyStep['demand'])])).toMatchObject({
    refusal: { code: 'one_step_must_be_required', field: 'demand.pledge' },
  });
  expect(mayBePolicy([step('optional' as PolicyStep['demand']), step('required')]).ok).toBe(true);
});
