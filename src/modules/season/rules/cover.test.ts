import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAllShut, fitting, gapsOf, talksIn } from './cover.ts';

const DAYS = ['2026-12-30', '2026-12-31', '2027-01-01'];
const free = (id: string, day: string, ...languages: string[]) => ({ id, day, languages });
const waits = (id: string, days: readonly string[], ...languages: string[]) => ({ id, days, languages });

test('all supports are shut on the days on which none is open', () => {
  expect(daysAllShut(DAYS, [new Set(['2026-12-30']), new Set(['2027-01-01'])])).toEqual(['2026-12-31']);
  expect(daysAllShut(DAYS, [new Set()])).toEqual(DAYS);
});

test('who counts on nobody is told of no day', () => {
  expect(daysAllShut(DAYS, [])).toEqual([]);
});

test('a day is covered for whoever shares a language with somebody who has time', () => {
  const people = [
    waits('a', DAYS, 'ne', 'en'),
    waits('b', DAYS.slice(1), 'vi'),
    waits('c', DAYS.slice(1, 2), 'vi'),
  ];
  const hours = [free('1', '2026-12-30', 'en', 'ja'), free('2', '2027-01-01', 'vi')];
  expect(gapsOf(people, hours)).toEqual([
    { day: '2026-12-31', language: 'vi', people: 2 },
    { day: '2026-12-31', language: 'ne', people: 1 },
    { day: '2027-01-01', language: 'ne', people: 1 },
  ]);
  expect(people.map((one) => fitting(one, hours).map(({ id }) => id))).toEqual([['1'], ['2'], []]);
});

test('whoever has an hour that fits is in no gap of that day, and everybody else is in one', () => {
  const language = fc.constantFrom('en', 'ne', 'vi', 'ja');
  const person = fc.record({
    id: fc.uuid(),
    days: fc.subarray(DAYS),
    languages: fc.uniqueArray(language, { minLength: 1 }),
  });
  const hour = fc.record({
    id: fc.uuid(),
    day: fc.constantFrom(...DAYS),
    languages: fc.uniqueArray(language, { minLength: 1 }),
  });
  fc.assert(
    fc.property(fc.array(person), fc.array(hour), (people, hours) => {
      const missing = people.flatMap((one) =>
        one.days.filter((day) => fitting({ ...one, days: [day] }, hours).length === 0),
      );
      const counted = gapsOf(people, hours).reduce((sum, gap) => sum + gap.people, 0);
      expect(counted).toBe(missing.length);
    }),
  );
});

test.each([
  [[], 'none', ['ja']],
  [[{ language: 'ne', speak: 1 }], 'a2', ['ja']],
  [
    [
      { language: 'en', speak: 2 },
      { language: 'ne', speak: 3 },
    ],
    'none',
    ['ne', 'en'],
  ],
  [[{ language: 'en', speak: 3 }], 'native', ['en', 'ja']],
])('with %j and Japanese %s somebody talks in %j', (languages, japaneseSpeaking, talked) => {
  expect(talksIn({ languages, japaneseSpeaking })).toEqual(talked);
});
