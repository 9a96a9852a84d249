import { expect, test } from 'vitest';
import { LOCALES } from '../../platform/languages/locales.ts';
import { isUnreviewed } from '../../platform/languages/translations.ts';
import { renderPart } from '../render.ts';
import { TranslationNote } from './translation-note.tsx';

test.each(LOCALES)('whoever reads %s is told of a machine where nobody has read its words', (locale) => {
  expect(renderPart(<TranslationNote />, locale) !== '').toBe(isUnreviewed(locale));
});

test('the language in which this was written needs no note', () => {
  expect(isUnreviewed('en')).toBe(false);
});
