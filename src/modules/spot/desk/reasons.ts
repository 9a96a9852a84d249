import en from '../../../matching/dispatch/messages/en.json' with { type: 'json' };
import ja from '../../../matching/dispatch/messages/ja.json' with { type: 'json' };
import type { Locale } from '../../../platform/languages/locales.ts';
import { defineStaffMessages, type Words } from '../../../platform/languages/messages.tsx';
import { plainLanguageName } from '../../people/index.ts';
import { spotMessages } from '../words.ts';

/** The engine's sentences: why somebody fits, and why not. */
const reasonMessages = defineStaffMessages({ ja, en });

/** A reason of the ranking as a sentence for coordinators; languages by their names. */
export function sayReason(
  reason: { readonly code: string; readonly params?: Readonly<Record<string, string | number>> },
  locale: Locale,
): Words {
  if (!reasonMessages.has(reason.code)) throw new Error(`no words for the reason ${reason.code}`);
  const { language } = reason.params ?? {};
  const named = typeof language === 'string' ? { language: nameOfLanguage(language, locale) } : {};
  return reasonMessages.in(locale)(reason.code, { ...reason.params, ...named });
}

/** A language or one of our locales by its name in the reader's language. */
export function nameOfLanguage(language: string, locale: Locale): string {
  if (language === 'ja-easy') return spotMessages.in(locale).plain('easy_japanese_ok');
  return plainLanguageName(language === 'zh-Hans' ? 'zh' : language, locale);
}
