import { expect, test } from 'vitest';
import { BEYOND, changesOf, lettersOf, STEPS, type Step } from './steps.ts';

test('every letter of both scripts stands in one row, and nothing else is a row', () => {
  const letters = STEPS.map(lettersOf);
  expect(letters.filter((row) => row === null)).toHaveLength(BEYOND.length);
  const all = letters.join('');
  expect(new Set(all).size).toBe(all.length);
  expect(all).toHaveLength(2 * 46);
  expect(lettersOf('katakana_ya')).toBe('ヤユヨ');
});

test('what is known stays with its day, what was a mistake goes', () => {
  const known: Step[] = ['hiragana_a', 'hiragana_ka'];
  expect(changesOf(known, ['hiragana_a', 'words'])).toEqual({
    reached: ['words'],
    takenBack: ['hiragana_ka'],
  });
  expect(changesOf(known, known)).toEqual({ reached: [], takenBack: [] });
  // What another tutor has seen meanwhile was not ticked when this form was drawn: nobody takes it out.
  expect(changesOf([], ['hiragana_a'])).toEqual({ reached: ['hiragana_a'], takenBack: [] });
});
