import { readFurigana } from '../../../japanese/furigana.ts';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Guide, GuideWords, Origin, Translation } from '../types.ts';

/** In which language a guide is read where it is not written in the reader's. */
const INSTEAD: Readonly<Record<Locale, readonly Locale[]>> = {
  ja: ['ja'],
  'ja-easy': ['ja-easy', 'ja'],
  en: ['en', 'ja-easy', 'ja'],
  'zh-Hans': ['zh-Hans', 'ja-easy', 'ja'],
};

/** What a reader gets: in which language, and what to know of it. */
export interface Read {
  readonly words: GuideWords;
  readonly language: Locale;
  readonly origin: Origin;
  /** The Japanese says more by now. */
  readonly behind: Translation['behind'];
  /** Their own language would harm whoever follows it: it is not shown until somebody has renewed it. */
  readonly isHeldBack: boolean;
}

export const NO_WORDS: GuideWords = {
  ...{ title: '', lead: '', bring: '', lasts: '', costs: '', afterwards: '', heard: '', foundBy: '' },
  steps: {},
};

/** What a guide says to a reader, in their language or in the nearest that it is written in and that does not harm. */
export function readIn({ translations }: Pick<Guide, 'translations'>, locale: Locale): Read {
  const language =
    INSTEAD[locale].find((one) => translations[one] && translations[one].behind !== 'dangerous') ?? 'ja';
  const found = translations[language];
  return {
    words: found?.words ?? NO_WORDS,
    language,
    origin: found?.origin ?? 'written',
    behind: found?.behind ?? null,
    isHeldBack: translations[locale]?.behind === 'dangerous',
  };
}

/** Words as a string, for titles, searches and links: without furigana. */
export const plainly = (text: string, language: Locale): string =>
  localeFacts[language].tag === 'ja' ? readFurigana(text) : text;

export function titleOf(guide: Pick<Guide, 'translations'>, locale: Locale): string {
  const { words, language } = readIn(guide, locale);
  return plainly(words.title, language);
}

export function paragraphsOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => paragraph.trim() || []);
}

export function linesOf(text: string): string[] {
  return text.split('\n').flatMap((one) => one.trim() || []);
}

/** `転入届《てんにゅうとどけ》 = notice of moving in`: the word as it is said, and what it means. */
export function heardIn(text: string): { readonly word: string; readonly meaning: string }[] {
  return linesOf(text).map((one) => {
    const [word = '', ...meaning] = one.split(/[=＝]/u);
    return { word: word.trim(), meaning: meaning.join('=').trim() };
  });
}
