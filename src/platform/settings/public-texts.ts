import { z } from 'zod';
import type { Locale } from '../languages/locales.ts';
import { characters, type Setting } from './settings.ts';

/** What the home page says in the organization's own words, with the greatest length of each in characters. */
export const PUBLIC_TEXTS = { title: 80, lead: 400, about: 1000 } as const;
export type PublicText = keyof typeof PUBLIC_TEXTS;
export const PUBLIC_TEXT_NAMES = Object.keys(PUBLIC_TEXTS) as PublicText[];

const words = (most: number) => characters(most).default('');
const Texts = z
  .object({
    title: words(PUBLIC_TEXTS.title),
    lead: words(PUBLIC_TEXTS.lead),
    about: words(PUBLIC_TEXTS.about),
  })
  .prefault({});
const PublicTexts = z.object({ ja: Texts, 'ja-easy': Texts, en: Texts, 'zh-Hans': Texts });

/** By language; an empty one leaves the word to the program's own catalog. Easy Japanese is in furigana notation. */
export type PublicTexts = z.output<typeof PublicTexts>;

export const publicTextsSetting: Setting<PublicTexts> = {
  subject: 'public-texts',
  schema: PublicTexts,
  value: PublicTexts.parse({ ja: {}, 'ja-easy': {}, en: {}, 'zh-Hans': {} }),
};

/** @returns the organization's own words, or null where it has none in this language */
export function publicText(texts: PublicTexts, locale: Locale, name: PublicText): string | null {
  return texts[locale][name] || null;
}
