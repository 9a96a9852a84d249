import type { Locale } from '../../../platform/languages/locales.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { peopleMessages } from '../messages.ts';

/** Languages that are asked about first: what most foreign residents of Tokyo speak, beside Japanese. */
export const FIRST_LANGUAGES = ['en', 'zh', 'ko', 'vi', 'ne', 'fil', 'my'] as const;
export const MORE_LANGUAGES = [
  'ar',
  'bn',
  'de',
  'es',
  'fa',
  'fr',
  'hi',
  'id',
  'it',
  'km',
  'lo',
  'mn',
  'ms',
  'ps',
  'pt',
  'ru',
  'si',
  'ta',
  'th',
  'tr',
  'uk',
  'ur',
  'uz',
  'yue',
] as const;

/** Spoken languages by BCP 47 code: `zh` is Mandarin however it is written. */
export const LANGUAGES = ['ja', ...FIRST_LANGUAGES, ...MORE_LANGUAGES] as const;
export type Language = (typeof LANGUAGES)[number];

export function isKnownLanguage(code: string): code is Language {
  return LANGUAGES.some((language) => language === code);
}

/** A language's name in the reader's language, with its reading in Easy Japanese; its code for one that we have no name for. */
export function languageName(code: string, locale: Locale): Words {
  return isKnownLanguage(code) ? peopleMessages.in(locale)(`language_${code}`) : code;
}

/** The same as a string, for attributes and options. */
export function plainLanguageName(code: string, locale: Locale): string {
  return isKnownLanguage(code) ? peopleMessages.in(locale).plain(`language_${code}`) : code;
}

/** What a language calls itself, where the machine knows it. */
export function ownNameOf(code: string): string {
  return new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
}
