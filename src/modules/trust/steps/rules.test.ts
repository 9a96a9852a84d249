import { assert, property, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { codeOf } from '../../../../test/support/standing.ts';
import { PLEDGE_LINES } from '../types.ts';
import { isEveryLineTicked, mayHaveBeenOn } from './rules.ts';

test.each([
  ['2026-11-24', null],
  ['2026-11-25', 'day_is_in_the_future'],
  ['2000-01-01', null],
  ['1999-12-31', 'day_is_too_long_ago'],
])('a step on %s is refused with %s, beside its field', (on, code) => {
  const outcome = mayHaveBeenOn(
    Temporal.PlainDate.from(on),
    Temporal.PlainDate.from('2026-11-24'),
    'done_on',
  );
  expect(codeOf(outcome)).toBe(code);
  if (!outcome.ok) expect(outcome.refusal.field).toBe('done_on');
});

test('a pledge is whole with every line, and else says how many are left', () => {
  assert(
    property(subarray([...PLEDGE_LINES]), (lines) => {
      const left = PLEDGE_LINES.length - lines.length;
      const outcome = isEveryLineTicked(lines);
      expect(outcome.ok).toBe(left === 0);
      if (!outcome.ok) expect(outcome.refusal.params).toEqual({ left });
    }),
  );
});
