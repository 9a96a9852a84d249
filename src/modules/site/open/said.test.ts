import { expect, test } from 'vitest';
import { textsFrom } from '../rules.ts';
import { beginningOf, descriptionOf } from './said.ts';

test('a short first paragraph is said whole, without what comes before and behind it', () => {
  expect(beginningOf('## Where\n\nWe meet in the hall.\n\nCome along.')).toBe('We meet in the hall.');
});

test.each([
  ['We meet in the hall. ', /in the hall\. We meet…$/],
  ['区民館で会います。', /会います。区民館で会います…$/],
  ['会《かい》が あります。 ', /会《かい》が あります。…$/],
  ['あ', /^あ{240}…$/],
])('a long one of %s is cut behind a phrase', (phrase, cut) => {
  const beginning = beginningOf(phrase.repeat(500));
  expect(beginning).toMatch(cut);
  expect([...beginning].length).toBeLessThanOrEqual(241);
});

test('what is a list alone is described by its title', () => {
  const board = { title: 'Board', text: '- Sato\n- Kato', origin: 'written' } as const;
  expect(descriptionOf(textsFrom({ ja: board }, { before: {}, compared: [] }), 'en')).toBe('Board');
});
