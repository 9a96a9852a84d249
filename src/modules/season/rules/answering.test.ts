import { expect, test } from 'vitest';
import { answersOn, areBanksOpen, areOfficesOpen } from './answering.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const weekly = (weekdays: readonly number[], closure: { from: string; to: string } | null = null) =>
  ({ kind: 'weekly', weekdays, from: '09:00', to: '17:00', yearly_closure: closure }) as const;
const WEEKDAYS = [1, 2, 3, 4, 5];
const CLOSED = { from: '12-29', to: '01-03' };

test.each([
  ['2026-12-28', true, true],
  ['2026-12-29', false, true],
  ['2026-12-30', false, true],
  ['2026-12-31', false, false],
  ['2027-01-03', false, false],
  ['2027-01-04', true, true],
  ['2026-12-27', false, false],
])('on %s public offices are open: %s, banks: %s', (iso, offices, banks) => {
  expect([areOfficesOpen(day(iso)), areBanksOpen(day(iso))]).toEqual([offices, banks]);
});

test.each([
  ['what is there always', { kind: 'always' }, '2027-01-01', 'open'],
  ['what is there in disasters', { kind: 'in_disasters' }, '2027-01-01', 'shut'],
  ['a line of unknown hours', { kind: 'unknown' }, '2026-12-28', 'unsure'],
  ['a line of every day', weekly([1, 2, 3, 4, 5, 6, 7]), '2027-01-01', 'open'],
  ['a line of weekdays before', weekly(WEEKDAYS), '2026-12-28', 'open'],
  ['a line of weekdays on official days off', weekly(WEEKDAYS), '2026-12-30', 'unsure'],
  ['a line of weekdays on a holiday', weekly(WEEKDAYS, CLOSED), '2027-01-11', 'unsure'],
  ['a line of weekdays on a Sunday', weekly(WEEKDAYS), '2026-12-27', 'shut'],
  ['a line that says when it is closed', weekly(WEEKDAYS, CLOSED), '2026-12-30', 'shut'],
  ['the same afterwards', weekly(WEEKDAYS, CLOSED), '2027-01-04', 'open'],
] as const)('%s: %j on %s is %s', (_, hours, iso, answering) => {
  expect(answersOn(hours, day(iso))).toBe(answering);
});
