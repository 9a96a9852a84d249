import { describe, expect, test } from 'vitest';
import { codeOf, sampleStanding } from '../../../../test/support/standing.ts';
import type { Restriction } from '../types.ts';
import { mayKeepApart, mayLift, maySet, otherOf, pauseUntil } from './rules.ts';

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const today = Temporal.PlainDate.from('2026-11-24');
const restriction = (more: Partial<Restriction>) =>
  ({ kind: 'suspension', personId: 'ana', otherPersonId: null, untilAt: null, ...more }) as Restriction;
const apart = restriction({ kind: 'apart', otherPersonId: 'bo' });

describe('a pause', () => {
  test('has no end until they say, or ends with the start of the first day back', () => {
    expect(pauseUntil(null, today)).toEqual({ ok: true, value: null });
    const until = pauseUntil(today.add({ days: 1 }), today);
    expect(until.ok && String(until.value)).toBe('2026-11-24T15:00:00Z');
  });

  test.each([
    [0, 'first_day_back_comes_after_today'],
    [-1, 'first_day_back_comes_after_today'],
    [731, null],
    [732, 'pause_is_at_most_two_years'],
  ])('of %i days is refused with %s', (days, code) => {
    expect(codeOf(pauseUntil(today.add({ days }), today))).toBe(code);
  });
});

test('the same restriction does not hold twice, another beside it does', () => {
  const paused = sampleStanding({ restrictions: [restriction({ kind: 'pause' })] });
  expect(codeOf(maySet('pause', paused))).toBe('pause_holds_already');
  expect(maySet('suspension', paused).ok).toBe(true);
  expect(codeOf(maySet('suspension', sampleStanding({ restrictions: [restriction({})] })))).toBe(
    'restriction_holds_already',
  );
});

test('two are kept apart once, whichever of them it was made for, and nobody from themselves', () => {
  for (const [one, other] of [
    ['ana', 'bo'],
    ['bo', 'ana'],
  ] as const) {
    const standing = sampleStanding({ personId: one, restrictions: [apart] });
    expect(otherOf(apart, one)).toBe(other);
    expect(codeOf(mayKeepApart(standing, other))).toBe('restriction_holds_already');
    expect(mayKeepApart(standing, 'cem').ok).toBe(true);
    expect(codeOf(mayKeepApart(standing, one))).toBe('other_person_is_the_same');
  }
});

test('what holds is lifted for either of the two it is about, and only once', () => {
  expect([mayLift(apart, 'ana', now).ok, mayLift(apart, 'bo', now).ok]).toEqual([true, true]);
  expect(codeOf(mayLift(apart, 'cem', now))).toBe('restriction_is_unknown');
  expect(codeOf(mayLift(null, 'ana', now))).toBe('restriction_is_unknown');
  expect(codeOf(mayLift(restriction({ untilAt: now }), 'ana', now))).toBe('restriction_is_over');
  expect(mayLift(restriction({ untilAt: now.add({ seconds: 1 }) }), 'ana', now).ok).toBe(true);
});
