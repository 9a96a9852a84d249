import { describe, expect, test } from 'vitest';
import { codeOf } from '../../../../test/support/standing.ts';
import type { Interview } from '../types.ts';
import { instantInJapan, mayRecordInterview, mayScheduleFor } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');

test.each([
  [0, 'interview_cannot_be_in_the_past'],
  [1, null],
  [24 * 366, null],
  [24 * 366 + 1, 'interview_is_within_a_year'],
])('an interview %i hours from now is refused with %s', (hours, code) => {
  expect(codeOf(mayScheduleFor(now.add({ hours }), now))).toBe(code);
});

describe('the outcome', () => {
  const interview = (hours: number, outcome: Interview['outcome'] = null) =>
    ({ startsAt: now.add({ hours }), outcome }) as Interview;

  test('is recorded once, from when it has begun', () => {
    expect(codeOf(mayRecordInterview(null, now))).toBe('interview_is_unknown');
    expect(codeOf(mayRecordInterview(interview(1), now))).toBe('interview_has_not_begun');
    expect(mayRecordInterview(interview(0), now).ok).toBe(true);
    expect(codeOf(mayRecordInterview(interview(-1, 'passed' as Interview['outcome']), now))).toBe(
      'interview_has_its_outcome',
    );
  });
});

test('a day and a time are those in Japan', () => {
  const at = instantInJapan(Temporal.PlainDate.from('2026-11-24'), Temporal.PlainTime.from('09:00'));
  expect(at.equals(now)).toBe(true);
});
