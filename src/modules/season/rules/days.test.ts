import { expect, test } from 'vitest';
import type { Season } from '../types.ts';
import { daysLeft, daysOf, faultOf, isOver, isShown } from './days.ts';

const day = (iso: string) => Temporal.PlainDate.from(iso);
const season: Season = { from: day('2026-12-26'), to: day('2027-01-04'), shownFrom: day('2026-12-15') };

test('a season has each of its days, over the turn of the year', () => {
  const days = daysOf(season).map(String);
  expect([days.length, days[0], days[6], days.at(-1)]).toEqual([
    10,
    '2026-12-26',
    '2027-01-01',
    '2027-01-04',
  ]);
  expect(daysLeft(season, day('2027-01-03')).map(String)).toEqual(['2027-01-03', '2027-01-04']);
});

test.each([
  ['2026-12-14', false, false],
  ['2026-12-15', true, false],
  ['2027-01-04', true, false],
  ['2027-01-05', false, true],
])('on %s it is shown: %s, over: %s', (today, shown, over) => {
  expect([isShown(season, day(today)), isOver(season, day(today))]).toEqual([shown, over]);
});

test.each([
  [{}, null],
  [{ to: season.from }, null],
  [{ to: day('2026-12-25') }, 'end_after_beginning'],
  [{ to: day('2027-01-16') }, 'end_after_beginning'],
  [{ shownFrom: day('2026-12-27') }, 'show_before_beginning'],
])('days like %j are refused as %s', (change, fault) => {
  expect(faultOf({ ...season, ...change })).toBe(fault);
});
