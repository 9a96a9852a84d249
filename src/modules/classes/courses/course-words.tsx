import type { VNode } from 'preact';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { rubyWords } from '../../../platform/languages/messages.tsx';
import { useLocale } from '../../../platform/languages/reading.tsx';
import type { Course, CourseWords } from '../types.ts';
import { wordsOf } from './words.ts';

/** What a course says of itself, marked as another language where it is not written in the reader's. */
export function CourseSays(props: {
  readonly course: Pick<Course, 'texts'>;
  readonly what: keyof CourseWords;
}): VNode {
  const locale = useLocale();
  const { words, language } = wordsOf(props.course, locale);
  const { tag } = localeFacts[language];
  const shown = language === 'ja-easy' ? rubyWords(words[props.what]) : words[props.what];
  const isTheirs = tag === localeFacts[locale].tag;
  return <span lang={isTheirs ? undefined : tag}>{shown}</span>;
}
