import { z } from 'zod';
import { listBareKanji } from '../../japanese/furigana.ts';
import { LOCALES, type Locale } from '../../platform/languages/locales.ts';
import type { Refusal } from '../../platform/refusal.ts';
import {
  PUBLIC_TEXT_NAMES,
  PUBLIC_TEXTS,
  type PublicText,
  type PublicTexts,
} from '../../platform/settings/public-texts.ts';
import { text } from '../../platform/web/form-fields.ts';

/** What stands around a reading; as values, so that a sentence can show them. */
export const MARKS = { open: '《', close: '》' };

/** The field of a text in a language: `lead_ja-easy`. */
export const fieldOf = (name: PublicText, locale: Locale) => `${name}_${locale}` as const;

const fields = LOCALES.flatMap((locale) =>
  PUBLIC_TEXT_NAMES.map((name) => [fieldOf(name, locale), text(PUBLIC_TEXTS[name])] as const),
);
export const TextsForm = z.object(Object.fromEntries(fields)) as z.ZodType<Record<string, string>>;

/** The texts as typed; Easy Japanese needs a reading over every kanji, else people who need it cannot read it. */
export function toPublicTexts(typed: Readonly<Record<string, string>>): {
  texts: PublicTexts;
  refusals: Refusal[];
} {
  const textsIn = (locale: Locale) =>
    Object.fromEntries(PUBLIC_TEXT_NAMES.map((name) => [name, typed[fieldOf(name, locale)] ?? '']));
  const texts = Object.fromEntries(LOCALES.map((locale) => [locale, textsIn(locale)])) as PublicTexts;
  const refusals = PUBLIC_TEXT_NAMES.flatMap((name): Refusal[] => {
    const [bare] = listBareKanji(texts['ja-easy'][name]);
    const field = fieldOf(name, 'ja-easy');
    return bare
      ? [{ code: 'write_the_reading_of_every_kanji', params: { kanji: bare, ...MARKS }, field }]
      : [];
  });
  return { texts, refusals };
}

/** Texts as the values of the form that changes them. */
export function valuesOfTexts(texts: PublicTexts): Record<string, string> {
  const entries = LOCALES.flatMap((locale) =>
    PUBLIC_TEXT_NAMES.map((name) => [fieldOf(name, locale), texts[locale][name]] as const),
  );
  return Object.fromEntries(entries);
}
