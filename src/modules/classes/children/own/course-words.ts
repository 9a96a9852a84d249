import type { Locale } from '../../../../platform/languages/locales.ts';
import type { Course, CourseWords } from '../../types.ts';

/** What a course says of itself in a reader's language, or the nearest that it has: Japanese is always there. */
export function wordsOfCourse({ texts }: Pick<Course, 'texts'>, locale: Locale): CourseWords {
  return texts[locale] ?? texts['ja-easy'] ?? texts.ja ?? { title: '', aims: '', area: '' };
}
