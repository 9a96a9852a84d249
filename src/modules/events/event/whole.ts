import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import type { Event } from '../types.ts';

/** What a language has to say before everybody reads it. */
const NEEDED = ['title', 'text', 'area'] as const;

type Written = Pick<Event, 'texts' | 'isOnline'>;

/** The first thing that Japanese, or a language that was begun, still lacks; null where each says all of it. */
export function whatIsMissing({ texts, isOnline }: Written): {
  readonly part: (typeof NEEDED)[number];
  readonly locale: Locale;
} | null {
  for (const locale of LOCALES) {
    const words = texts[locale];
    if (!words && locale !== 'ja') continue;
    const part = NEEDED.find((name) => !words?.[name] && !(name === 'area' && isOnline));
    if (part) return { part, locale };
  }
  return null;
}

/** In which public languages nothing is written: their readers get another one. */
export function notWrittenIn({ texts }: Pick<Event, 'texts'>): Locale[] {
  return LOCALES.filter((locale) => !texts[locale]);
}
