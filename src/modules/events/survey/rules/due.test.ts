import { expect, test } from 'vitest';
import { isSurveyDue } from './due.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);

test.each([
  ['at once', '2026-12-06T16:00', '2026-12-06T16:30', false],
  ['on the way home', '2026-12-06T16:00', '2026-12-06T17:59', false],
  ['two hours later', '2026-12-06T16:00', '2026-12-06T18:00', true],
  ['in the night', '2026-12-06T20:00', '2026-12-06T22:00', false],
  ['the next morning', '2026-12-06T20:00', '2026-12-07T08:00', true],
  ['three days later', '2026-12-06T16:00', '2026-12-09T16:00', false],
])('who had seats is asked how it was: %s', (_when, endsAt, now, isDue) => {
  expect(isSurveyDue(at(endsAt), at(now))).toBe(isDue);
});
