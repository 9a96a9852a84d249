import { LOCALES, type Locale } from '../../../platform/languages/locales.ts';
import type { Guide, GuideWords } from '../types.ts';

/** These two come first: nothing is public without them. */
export const FIRST: readonly Locale[] = ['ja', 'ja-easy'];

/** What a language still lacks: a part that everybody reads, or the title or text of a step, counted from 1. */
export interface Gap {
  readonly locale: Locale;
  readonly part: 'all' | 'title' | 'lead' | 'step';
  readonly step?: number;
}

type Written = Pick<Guide, 'stepIds' | 'translations'>;

/** The first thing that Japanese, Easy Japanese or a language that was begun still lacks; null where each says all of it. */
export function whatIsMissing({ stepIds, translations }: Written): Gap | null {
  for (const locale of LOCALES) {
    const words = translations[locale]?.words;
    if (!words && !FIRST.includes(locale)) continue;
    const gap = words ? gapIn(words, stepIds) : ({ part: 'all' } as const);
    if (gap) return { locale, ...gap };
  }
  return null;
}

/** The first thing that the words of one language lack. */
export function gapIn(words: GuideWords, stepIds: readonly string[]): Omit<Gap, 'locale'> | null {
  if (words.title === '') return { part: 'title' };
  if (words.lead === '') return { part: 'lead' };
  if (stepIds.length === 0) return { part: 'step', step: 1 };
  const at = stepIds.findIndex((id) => !words.steps[id]?.title || !words.steps[id]?.text);
  return at >= 0 ? { part: 'step', step: at + 1 } : null;
}
