import type { Locale } from '../../../platform/languages/locales.ts';

/** A language as it stands in the keys of a catalog. */
export const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';
