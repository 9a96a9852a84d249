import { describe, expect, test } from 'vitest';
import { isWithinReach, MOST_DAYS, standingOf } from './rules.ts';

const asked = Temporal.Instant.from('2026-05-01T00:00:00Z');
const waiting = {
  untilOn: Temporal.PlainDate.from('2026-06-30'),
  agreedAt: asked,
  askedAt: asked,
  answer: null,
  endedAt: null,
} as const;
const after = (days: number) => asked.add({ hours: 24 * days });

describe('how a referral stands', () => {
  test.each([
    ['proposed', { agreedAt: null, askedAt: null }, 0],
    ['agreed', { askedAt: null }, 0],
    ['asked', {}, 4],
    ['late', {}, 5],
    ['accepted', { answer: 'accepted' }, 20],
    ['over', { answer: 'accepted', endedAt: asked }, 0],
    ['over', { answer: 'accepted' }, 61],
    ['over', { agreedAt: null, askedAt: null, endedAt: asked }, 0],
    ['refused', { answer: 'refused', endedAt: asked }, 0],
  ] as const)('%s', (standing, changes, days) => {
    expect(standingOf({ ...waiting, ...changes }, 'expert_asked', after(days))).toBe(standing);
  });

  test('is over on the day after its last, in Japan, and once the matter is closed', () => {
    const accepted = { ...waiting, answer: 'accepted' } as const;
    const midnight = Temporal.Instant.from('2026-06-30T15:00:00Z');
    expect(standingOf(accepted, 'advised', midnight.subtract({ seconds: 1 }))).toBe('accepted');
    expect(standingOf(accepted, 'advised', midnight)).toBe('over');
    expect(standingOf(accepted, 'closed', asked)).toBe('over');
  });
});

test('a yes reaches from today to half a year', () => {
  const today = Temporal.PlainDate.from('2026-05-01');
  const reach = (days: number) => isWithinReach(today.add({ days }), today);
  expect([-1, 0, MOST_DAYS, MOST_DAYS + 1].map(reach)).toEqual([false, true, true, false]);
});
