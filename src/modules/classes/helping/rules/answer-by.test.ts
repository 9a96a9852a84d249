import { expect, test } from 'vitest';
import { answerBy } from './answer-by.ts';

const at = (time: string) => Temporal.Instant.from(`${time}+09:00`);
const STARTS = at('2026-12-12T10:00');

test.each([
  ['three days while there is time', '2026-11-30T10:00', '2026-12-03T10:00'],
  ['a day in the last week', '2026-12-07T10:00', '2026-12-08T10:00'],
  ['four hours in the last two days', '2026-12-11T10:00', '2026-12-11T14:00'],
  ['never past the beginning', '2026-12-12T08:00', '2026-12-12T10:00'],
])('%s', (_, now, until) => {
  expect(answerBy(STARTS, at(now)).equals(at(until))).toBe(true);
});
