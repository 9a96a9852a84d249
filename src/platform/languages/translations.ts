import type { Locale } from './locales.ts';
import record from './translations.json' with { type: 'json' };

/** Who made a catalog's words: a machine, a person, or either and a native reader has read them since. */
export type TranslationState = 'machine' | 'human' | 'reviewed';

const unreviewed = new Set(
  Object.entries(record)
    .filter(([, { state }]) => state === 'machine')
    .map(([catalog]) => catalog.slice(catalog.lastIndexOf('/') + 1).replace('staff.', '')),
);

/** Whether a reader of this language meets words that a machine made and no native reader has read yet. */
export function isUnreviewed(locale: Locale): boolean {
  return unreviewed.has(locale);
}
