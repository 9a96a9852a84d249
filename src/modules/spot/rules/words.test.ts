import { expect, test } from 'vitest';
import { CATEGORIES } from '../types.ts';
import { mayShowWordsBeforeConfirmation } from './words.ts';

test('the words of a request are kept from who is only asked where health or children are likely', () => {
  const shown = CATEGORIES.filter(mayShowWordsBeforeConfirmation);
  expect(shown).toEqual(['admin', 'lifeline', 'housing', 'phone', 'paper']);
});
