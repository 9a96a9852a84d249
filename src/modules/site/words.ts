import type { Locale } from '../../platform/languages/locales.ts';
import { defineMessages, defineStaffMessages } from '../../platform/languages/messages.tsx';
import { joinCatalogs } from '../../platform/web/words.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import staffEn from './messages/staff.en.json' with { type: 'json' };
import staffJa from './messages/staff.ja.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };

/** The words around what everybody reads. */
export const siteMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** The words of the screens on which it is written. */
export const siteStaffMessages = defineStaffMessages({ ja: staffJa, en: staffEn });

/** The key of a language’s name. */
export const languageKey = (locale: Locale) =>
  `words_in_${locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans'}` as const;

/** Both catalogs as one, in which the web kit words refusals. */
export const siteRefusals = joinCatalogs(siteMessages, siteStaffMessages);
