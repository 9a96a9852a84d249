import type { Locale } from '../../../../../platform/languages/locales.ts';
import words from './code-words.json' with { type: 'json' };

/** How many words there are to draw from: the database draws places in this list. */
export const CODE_WORD_COUNT = words.length;

/** The two words of a child on a day, as places in the list. */
export interface HandoverCode {
  readonly first: number;
  readonly second: number;
}

/** The words of a code as somebody reads and says them in their language. */
export function sayCode({ first, second }: HandoverCode, locale: Locale): string {
  return [first, second].map((place) => words[place]?.[locale] ?? '').join(locale === 'en' ? ' – ' : '・');
}
