import { readFurigana } from '../../../japanese/furigana.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Event, EventWords } from '../types.ts';

const NO_WORDS: EventWords = { title: '', text: '', area: '', bring: '', directions: '' };

/** In which language an event is read where it is not written in the reader's. */
const INSTEAD: Readonly<Record<Locale, readonly Locale[]>> = {
  ja: ['ja'],
  'ja-easy': ['ja-easy', 'ja'],
  en: ['en', 'ja-easy', 'ja'],
  'zh-Hans': ['zh-Hans', 'ja', 'en'],
};

/** What an event says, in the reader's language or in the nearest that it is written in. */
export function wordsOf(
  { texts }: Pick<Event, 'texts'>,
  locale: Locale,
): { readonly words: EventWords; readonly language: Locale } {
  const language = INSTEAD[locale].find((one) => texts[one]) ?? 'ja';
  return { words: texts[language] ?? NO_WORDS, language };
}

/** Words as a string, for titles, mails and files: without furigana. */
export const plainly = (text: string, language: Locale): string =>
  language === 'ja-easy' ? readFurigana(text) : text;

export function titleOf(event: Pick<Event, 'texts'>, locale: Locale): string {
  const { words, language } = wordsOf(event, locale);
  return plainly(words.title, language);
}

const QUOTES = new Map([
  ['「', '『'],
  ['」', '』'],
  ['“', '‘'],
  ['”', '’'],
]);

/** A title as a sentence quotes it: its own quotation marks become inner ones. */
export const insideQuotes = (title: string): string =>
  title.replace(/[「」“”]/gu, (mark) => QUOTES.get(mark) ?? mark);

export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
}
