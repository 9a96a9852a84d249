import { expect, test } from 'vitest';
import { type Failures, judge } from './rules.ts';

const few: Failures = { ofPage: 4, ofCard: 4, inHour: 19 };

test.each<[Partial<Failures>, ReturnType<typeof judge>]>([
  [{}, { closesPage: false, rests: false }],
  [{ ofPage: 5 }, { closesPage: true, rests: false }],
  [{ ofCard: 5 }, { closesPage: true, rests: false }],
  [{ inHour: 20 }, { closesPage: true, rests: true }],
])('%o', (more, judged) => {
  expect(judge({ ...few, ...more })).toEqual(judged);
});
