import { expect, test } from 'vitest';
import { isDayOpen, isListShown } from './hours.ts';

const startsAt = Temporal.Instant.from('2026-12-05T10:00:00+09:00');
const endsAt = startsAt.add({ hours: 2 });
const day = { state: 'open', startsAt, endsAt } as const;

test.each([
  ['a day before', startsAt.subtract({ hours: 24 }), true, true],
  ['a second earlier', startsAt.subtract({ hours: 24, seconds: 1 }), false, false],
  ['a day after', endsAt.add({ hours: 24 }), true, true],
  ['later in the week', endsAt.add({ hours: 25 }), true, false],
  ['a week after', endsAt.add({ hours: 168 }), true, false],
  ['later than that', endsAt.add({ hours: 168, seconds: 1 }), false, false],
])('%s: written down %s, list read %s', (_when, now, isOpen, isShown) => {
  expect([isDayOpen(day, now), isListShown(day, now)]).toEqual([isOpen, isShown]);
});

test('nothing is written down of a day that is only planned', () => {
  expect(isDayOpen({ ...day, state: 'planned' }, startsAt)).toBe(false);
});

test('a day that was called off is written down: children may have come before', () => {
  expect(isDayOpen({ ...day, state: 'cancelled' }, startsAt)).toBe(true);
});
