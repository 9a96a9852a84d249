import { expect, test } from 'vitest';
import { codeOf } from '../support/standing.ts';
import { mayJoin, mayPropose } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-24');

test.each([
  [-1, 'choose_a_coming_day'],
  [0, 'choose_a_coming_day'],
  [1, null],
])('a walk in %i days is refused with %s', (days, code) => {
  expect(codeOf(mayPropose(today.add({ days }), today))).toBe(code);
});

test('the first who asks comes along, and nobody with themselves', () => {
  const walk = { id: 'walk', proposerId: 'ana', joinerId: null, onDay: today, meetingPlace: 'the bridge' };
  expect(mayJoin(walk, 'bo').ok).toBe(true);
  for (const taken of [null, { ...walk, joinerId: 'cem' }])
    expect(codeOf(mayJoin(taken, 'bo'))).toBe('walk_is_taken');
  expect(codeOf(mayJoin(walk, 'ana'))).toBe('walk_is_taken');
});
