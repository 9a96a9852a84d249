import { expect, test } from 'vitest';
import { type Check, checkStanding, isCleared, MOST_TRIES, SALT_MINUTES, writingsOf } from './rules.ts';

const now = Temporal.Instant.from('2026-05-01T00:00:00Z');
const plain: Check = {
  tries: 1,
  tryId: null,
  untilAt: null,
  answer: null,
  decision: null,
  callWantedAt: null,
};
const running = { tryId: 'x', untilAt: now.add({ minutes: SALT_MINUTES }) };

test.each([
  ['open', {}, 0, false],
  ['running', running, 9, false],
  ['open', running, 10, false],
  ['used_up', { ...running, tries: MOST_TRIES }, 10, false],
  ['running', { ...running, tries: MOST_TRIES }, 9, false],
  ['none', { answer: 'none' }, 0, true],
  ['possible', { answer: 'possible', tries: MOST_TRIES }, 0, false],
  ['clear', { answer: 'possible', decision: 'clear' }, 0, true],
  ['conflict', { answer: 'none', decision: 'conflict' }, 0, false],
  ['clear', { decision: 'clear', tries: 0 }, 0, true],
] as const)('a check is %s', (standing, changes, minutes, opens) => {
  const found = checkStanding({ ...plain, ...changes }, now.add({ minutes }));
  expect([found, isCleared(found)]).toEqual([standing, opens]);
});

test('what nobody has begun opens nothing', () => {
  expect(isCleared(checkStanding(null, now))).toBe(false);
});

test('writings are lines, each once, the usual one first', () => {
  expect(writingsOf(' Sato ', 'さとう\r\n\n Sato\nサトウ')).toEqual(['Sato', 'さとう', 'サトウ']);
});
