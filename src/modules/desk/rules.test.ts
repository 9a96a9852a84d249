import { expect, test } from 'vitest';
import { agoOf, inOrderOfBreaking, isKeptBy, isOurs, toneOf } from './rules.ts';

const item = (id: string, urgency: 0 | 1 | 2, minutes: number, isWorry = false) => ({
  ...{ id, urgency, isWorry, act: 'look', href: '/', whose: null },
  breaksAt: Temporal.Instant.from('2026-11-24T09:00:00+09:00').add({ minutes }),
});

test('a worry that somebody told stands on top, then what is urgent, then what is soonest too late', () => {
  const items = [
    item('later', 1, 60),
    item('others', 2, 0),
    item('soon', 1, 5),
    item('trouble', 0, 0),
    item('worry', 0, 90, true),
    item('b', 1, 60),
  ];
  expect(inOrderOfBreaking(items).map(({ id }) => id)).toEqual([
    'worry',
    'trouble',
    'soon',
    'b',
    'later',
    'others',
  ]);
});

test('what waits for others is not ours, and what nobody keeps is nobody’s', () => {
  expect([0, 1, 2].map((urgency) => isOurs({ urgency: urgency as 0 | 1 | 2 }))).toEqual([true, true, false]);
  expect([
    isKeptBy({ whose: { id: 'a', name: 'A' } }, 'a'),
    isKeptBy({ whose: { id: 'b', name: 'B' } }, 'a'),
    isKeptBy({ whose: null }, null),
  ]).toEqual([true, false, false]);
});

const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const waits = (urgency: 0 | 1 | 2, minutes: number) => ({ urgency, breaksAt: now.add({ minutes }) });

test.each([
  [0, 5000, 'danger'],
  [1, -1, 'soon'],
  [1, 24 * 60 - 1, 'soon'],
  [1, 24 * 60, null],
  [2, 1, null],
] as const)('urgency %i that breaks in %i minutes looks %s', (urgency, minutes, tone) => {
  expect(toneOf(waits(urgency, minutes), now)).toBe(tone);
});

test.each([
  [0, -3 * 1440 - 5, 'since', 'days', 3],
  [1, 1439, 'left', 'hours', 23],
  [1, 59, 'left', 'minutes', 59],
  [2, -61, 'late', 'hours', 1],
] as const)('urgency %i with %i minutes to go says %s, %s %i', (urgency, minutes, kind, unit, count) => {
  expect(agoOf(waits(urgency, minutes), now)).toEqual({ kind, unit, count });
});
