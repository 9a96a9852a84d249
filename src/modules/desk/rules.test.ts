import { expect, test } from 'vitest';
import { inOrderOfBreaking, isKeptBy, isOurs } from './rules.ts';

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
    isKeptBy({ whose: 'a' }, 'a'),
    isKeptBy({ whose: 'b' }, 'a'),
    isKeptBy({ whose: null }, null),
  ]).toEqual([true, false, false]);
});
