import { expect, test } from 'vitest';
import { reminderDue, remindersOf } from './due.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const said = (time: string) =>
  remindersOf(at(time)).map((one) => one.toZonedDateTimeISO('Asia/Tokyo').toPlainDateTime().toString());

test.each([
  ['2026-12-13T13:30', ['2026-12-11T13:30:00', '2026-12-13T08:00:00']],
  ['2026-12-13T11:00', ['2026-12-11T11:00:00', '2026-12-13T08:00:00']],
  ['2026-12-13T10:59', ['2026-12-11T10:59:00', '2026-12-12T08:00:00']],
  ['2026-12-13T06:00', ['2026-12-11T08:00:00', '2026-12-12T08:00:00']],
  ['2026-12-13T22:00', ['2026-12-11T20:00:00', '2026-12-13T08:00:00']],
])('of %s people are reminded while they are awake', (startsAt, expected) => {
  expect(said(startsAt)).toEqual(expected);
});

test('nothing is due before the first, at night, and after the start', () => {
  const startsAt = at('2026-12-13T13:30');
  const [first, last] = remindersOf(startsAt);
  const due = (now: string) => reminderDue(startsAt, at(now));
  expect(due('2026-12-11T13:29')).toBeNull();
  expect(due('2026-12-11T13:30')).toEqual(first);
  expect(due('2026-12-12T02:00')).toBeNull();
  expect(due('2026-12-11T21:00')).toBeNull();
  expect(due('2026-12-13T08:00')).toEqual(last);
  expect(due('2026-12-13T13:30')).toBeNull();
});
