import { expect, it } from 'vitest';
import { cityRequest, cityVolunteer } from '../city/people.ts';
import { MONDAY_TEN } from '../samples.ts';
import { freedomAt } from '../times.ts';
import type { Calendar } from '../types.ts';
import { NEVER, toPossibleTime, toWeekly } from '../weekly.ts';
import { needAt, slotsEverFree, type Traits, toTraits } from './traits.ts';

const TOKYO = MONDAY_TEN.timeZoneId;
const EMPTY: Calendar = { weekly: NEVER, exceptions: [], pauses: [], visits: [] };

function has(traits: Traits, need: Traits): boolean {
  return need.every((word, n) => (traits[n]! & word) === word);
}

function mayBeFree(calendar: Calendar, time: ReturnType<typeof toPossibleTime>, timeZone = TOKYO): boolean {
  return has(toTraits(6, 0, slotsEverFree(calendar, timeZone)), needAt(time, 1, 0));
}

it('tells whoever is free at a time, and hardly anybody who is not', () => {
  let free = 0;
  let told = 0;
  for (let n = 0; n < 3000; n++) {
    const { calendar } = cityVolunteer(3, n);
    for (const time of cityRequest(3, n).possibleTimes) {
      const isFree = freedomAt(calendar, time, 0) === 'free';
      const isTold = mayBeFree(calendar, time);
      if (isFree) expect(isTold).toBe(true);
      free += Number(isFree);
      told += Number(isTold);
    }
  }
  expect(free).toBeGreaterThan(500);
  expect(told).toBeLessThan(1.1 * free);
});

it.each([
  ['Monday 8:00', 0, 16],
  ['Wednesday 10:00, where the second word begins', 2, 20],
  ['Friday evening', 4, 38],
  ['Sunday 20:30', 6, 41],
])('tells half hours apart on %s', (_, weekday, slot) => {
  const start = MONDAY_TEN.with({ hour: 0 }).add({ days: weekday, minutes: slot * 30 });
  const time = toPossibleTime(start, 30);
  const at = (fromSlot: number) => ({
    ...EMPTY,
    weekly: toWeekly([{ weekday, fromSlot, toSlot: fromSlot + 1 }]),
  });
  expect(mayBeFree(at(slot), time)).toBe(true);
  expect(mayBeFree(at(slot - 1), time)).toBe(false);
  expect(mayBeFree(at(slot + 1), time)).toBe(false);
});

it('tells levels and genders apart', () => {
  for (const level of [1, 2, 3, 4, 5, 6] as const) {
    for (const needed of [0, 1, 2, 3, 4, 5, 6] as const) {
      expect(has(toTraits(level, 0, []), toTraits(needed, 0, []))).toBe(level >= Math.max(1, needed));
    }
  }
  for (const gender of [0, 1, 2]) {
    for (const wish of [0, 1, 2]) {
      expect(has(toTraits(1, gender, []), toTraits(1, wish, []))).toBe(wish === 0 || wish === gender);
    }
  }
});

it('tells added time', () => {
  const ten = toPossibleTime(MONDAY_TEN, 60);
  const added = { isFree: true, fromMinute: ten.startMinute, toMinute: ten.startMinute + 60 };
  expect(mayBeFree({ ...EMPTY, exceptions: [added] }, ten)).toBe(true);
  expect(mayBeFree({ ...EMPTY, exceptions: [added] }, toPossibleTime(MONDAY_TEN, 90))).toBe(false);
  expect(mayBeFree({ ...EMPTY, exceptions: [{ ...added, isFree: false }] }, ten)).toBe(false);
});

it('tells added time to a visit that begins before the clocks are changed', () => {
  // In Berlin the clocks go back from 3:00 to 2:00: what a visit counts as 9:00 is 8:00 then.
  const eight = Temporal.ZonedDateTime.from('2026-10-25T08:00[Europe/Berlin]');
  const time = toPossibleTime(eight.subtract({ hours: 13 }), 14 * 60);
  const fromMinute = eight.epochMilliseconds / 60_000;
  const calendar = {
    ...EMPTY,
    weekly: toWeekly([
      { weekday: 5, fromSlot: 40, toSlot: 48 },
      { weekday: 6, fromSlot: 0, toSlot: 18 },
    ]),
    exceptions: [{ isFree: true, fromMinute, toMinute: fromMinute + 60 }],
  };
  expect(freedomAt(calendar, time, 0)).toBe('free');
  expect(mayBeFree(calendar, time, 'Europe/Berlin')).toBe(true);
});
