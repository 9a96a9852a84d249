import type { Locale } from '../languages/locales.ts';
import { defineMessages } from '../languages/messages.tsx';
import type { SayRefusal } from '../refusal.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import type { RefusalCatalog } from './route.ts';

/** Refusals that any form can give; a module's own catalog comes first. */
export const webMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

/** Words refusals with a module's catalog, and with the general one where the module has no such code. */
export function sayRefusalIn(messages: RefusalCatalog, locale: Locale): SayRefusal {
  const [own, general] = [messages.in(locale), webMessages.in(locale)];
  return (refusal) => {
    if (messages.has(refusal.code)) return own(refusal.code as never, refusal.params);
    if (webMessages.has(refusal.code)) return general(refusal.code, refusal.params);
    throw new Error(`no message for the refusal ${refusal.code}`);
  };
}

/** Two catalogs as one, in which a module's refusals are worded; what both have, the first says. */
export function joinCatalogs(first: RefusalCatalog, second: RefusalCatalog): RefusalCatalog {
  return {
    has: (key) => first.has(key) || second.has(key),
    in(locale) {
      const [one, other] = [first.in(locale), second.in(locale)];
      return (key, params) => (first.has(key) ? one(key, params) : other(key, params));
    },
  };
}
