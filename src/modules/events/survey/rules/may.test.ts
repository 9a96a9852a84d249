import { expect, test } from 'vitest';
import { mayAnswer } from './may.ts';

test.each([
  ['published', 'seated', 'survey_comes_later'],
  ['under_way', 'seated', 'survey_comes_later'],
  ['postponed', 'seated', 'survey_comes_later'],
  ['cancelled', 'cancelled', 'survey_comes_later'],
  ['over', 'seated', null],
  ['reported', 'seated', null],
  ['over', 'waiting', 'survey_is_for_the_seated'],
  ['reported', 'cancelled', 'survey_is_for_the_seated'],
] as const)('of an event that is %s, a registration that is %s: %s', (event, registration, refusal) => {
  const may = mayAnswer({ event: { state: event }, registration: { state: registration } });
  expect(may.ok ? null : may.refusal.code).toBe(refusal);
});
