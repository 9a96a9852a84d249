import { expect, test } from 'vitest';
import { daysLeft, isNear, stepToTell } from './rules.ts';

const today = Temporal.PlainDate.from('2026-11-24');
const inDays = (days: number) => ({ onDay: today.add({ days }), doneAt: null });

test('whole days are left, none on the day itself, less than none once it is over', () => {
  expect([30, 1, 0, -2].map((days) => daysLeft(inDays(days), today))).toEqual([30, 1, 0, -2]);
});

test('what is done is never near', () => {
  expect(isNear(inDays(7), today)).toBe(true);
  expect(isNear(inDays(8), today)).toBe(false);
  expect(isNear({ ...inDays(0), doneAt: Temporal.Instant.from('2026-11-24T00:00Z') }, today)).toBe(false);
});

test.each([
  ['far away: nobody is told', 15, null, null],
  ['within two weeks: for the first time', 14, null, 14],
  ['between two steps: they know', 10, 14, null],
  ['the next step: again', 7, 14, 7],
  ['entered late: the nearest step only', 2, null, 3],
  ['on the day', 0, 1, 0],
  ['over, and nobody was told: now', -1, null, 0],
] as const)('%s', (_, left, told, step) => {
  expect(stepToTell(left, told)).toBe(step);
});
