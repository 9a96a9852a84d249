import { readFurigana } from '../../../japanese/furigana.ts';
import type { Locale } from '../../../platform/languages/locales.ts';
import type { Course, CourseWords } from '../types.ts';

const NO_WORDS: CourseWords = { title: '', aims: '', area: '' };

/** In which language a course is read where it is not written in the reader's. */
const INSTEAD: Readonly<Record<Locale, readonly Locale[]>> = {
  ja: ['ja'],
  'ja-easy': ['ja-easy', 'ja'],
  en: ['en', 'ja-easy', 'ja'],
  'zh-Hans': ['zh-Hans', 'ja', 'en'],
};

/** What a course says, in the reader's language or in the nearest that it is written in. */
export function wordsOf(
  { texts }: Pick<Course, 'texts'>,
  locale: Locale,
): { readonly words: CourseWords; readonly language: Locale } {
  const language = INSTEAD[locale].find((one) => texts[one]) ?? 'ja';
  return { words: texts[language] ?? NO_WORDS, language };
}

/** As a string, for titles and files: without furigana. */
export function titleOf(course: Pick<Course, 'texts'>, locale: Locale): string {
  const { words, language } = wordsOf(course, locale);
  return language === 'ja-easy' ? readFurigana(words.title) : words.title;
}
