import { describe, expect, test } from 'vitest';
import type { Role } from '../../../platform/permissions.ts';
import { dayOf, isOver, limitFor, USUAL_LIMITS } from './rules.ts';

const NOW = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const ago = (hours: number) => NOW.subtract({ hours });

describe('a session', () => {
  test.each<[Role[], keyof typeof USUAL_LIMITS]>([
    [[], 'others'],
    [['resident', 'volunteer'], 'others'],
    [['resident', 'coordinator'], 'staff'],
    [['treasurer'], 'staff'],
    [['administrator'], 'staff'],
  ])('of %j lasts as long as that of %s', (roles, whose) => {
    expect(limitFor(USUAL_LIMITS, new Set(roles))).toBe(USUAL_LIMITS[whose]);
  });

  test.each([
    ['used a moment ago', 23, 7.99, false],
    ['left for a working day', 23, 8, true],
    ['used all the time for a day and a night', 24, 0, true],
  ])('of staff that was %s', (_what, began, used, over) => {
    const session = { createdAt: ago(began), lastSeenAt: NOW.subtract({ minutes: Math.round(used * 60) }) };
    expect(isOver(session, USUAL_LIMITS.staff, NOW)).toBe(over);
  });
});

test.each([
  ['2026-11-24T14:59:59Z', '2026-11-24'],
  ['2026-11-24T15:00:00Z', '2026-11-25'],
])('roles hold by the day in Japan: at %s it is %s', (at, day) => {
  expect(dayOf(Temporal.Instant.from(at)).toString()).toBe(day);
});
