import { listBareKanji } from '../../../japanese/furigana.ts';
import { defineForm, line, lines, pick, tick } from '../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import { choice, day, text } from '../../../platform/web/form-fields.ts';
import type { Written } from '../commands.ts';
import { SOURCE } from '../rules.ts';
import { ORIGINS, type Origin, type Texts, type TypedWords, type Version } from '../types.ts';
import { siteStaffMessages } from '../words.ts';

const MOST = { title: 120, text: 20_000 } as const;
type Part = keyof typeof MOST;
type Name = Part | 'origin' | 'compared';

/** `title.ja-easy` */
const fieldOf = <const One extends Name>(name: One, locale: Locale) => `${name}.${locale}` as const;
const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';

/** Readers of Easy Japanese need a reading over every kanji. */
const easy = (most: number) =>
  text(most).superRefine((typed, context) => {
    const [kanji] = listBareKanji(typed);
    if (kanji) context.addIssue({ code: 'custom', message: 'reading_is_missing', params: { kanji } });
  });

const wordsIn = (locale: Locale, name: Part) =>
  lines(fieldOf(name, locale), locale === 'ja-easy' ? easy(MOST[name]) : text(MOST[name]), {
    label: `words_${name}`,
    hint: name === 'text' && locale === SOURCE ? 'words_text_hint' : undefined,
    under: name === 'title' ? `words_in_${keyOf(locale)}` : undefined,
    ...{ rows: name === 'title' ? 1 : 10, maxLength: MOST[name], lang: localeFacts[locale].tag },
  });

const fieldsIn = (locale: Locale) =>
  locale === SOURCE
    ? [wordsIn(locale, 'title'), wordsIn(locale, 'text')]
    : [
        wordsIn(locale, 'title'),
        wordsIn(locale, 'text'),
        pick(fieldOf('origin', locale), choice(ORIGINS), {
          label: 'words_origin',
          options: (reader) =>
            ORIGINS.map((value) => ({ value, label: siteStaffMessages.in(reader).plain(`origin_${value}`) })),
        }),
        tick(fieldOf('compared', locale), { label: 'words_compared', hint: 'words_compared_hint' }),
      ];

/** An article as it is written: its address and day once, its words in every language. */
export const articleForm = defineForm(siteStaffMessages, [
  line('slug', text(60), { label: 'article_address', hint: 'article_address_hint', maxLength: 60 }),
  line('onDay', day, { label: 'article_day', type: 'date', width: 'medium' }),
  ...LOCALES.flatMap(fieldsIn),
]);

/** What its form holds; the words of each language under their own names. */
export type TypedArticle = {
  readonly slug: string;
  readonly onDay: Temporal.PlainDate;
} & Readonly<Record<string, unknown>>;

/** A new one: nobody has translated anything yet. */
export const emptyArticle = (today: Temporal.PlainDate): Partial<TypedArticle> => ({
  onDay: today,
  ...typeTexts({}),
});

/** A version as the form of the next begins with it. */
export const typeVersion = ({ onDay, texts }: Pick<Version, 'onDay' | 'texts'>): Partial<TypedArticle> => ({
  onDay,
  ...typeTexts(texts),
});

function typeTexts(texts: Texts): Record<string, unknown> {
  const entries = LOCALES.flatMap((locale) => [
    [fieldOf('title', locale), texts[locale]?.title ?? ''] as const,
    [fieldOf('text', locale), texts[locale]?.text ?? ''] as const,
    ...(locale === SOURCE ? [] : [[fieldOf('origin', locale), texts[locale]?.origin ?? 'person'] as const]),
  ]);
  return Object.fromEntries(entries);
}

/** Reads it back. */
export function readWritten(typed: TypedArticle): Written {
  const said = (name: string) => (typeof typed[name] === 'string' ? (typed[name] as string) : '');
  const wordsOf = (locale: Locale): TypedWords => ({
    title: said(fieldOf('title', locale)).replaceAll('\n', ' '),
    text: said(fieldOf('text', locale)),
    origin: locale === SOURCE ? 'written' : (said(fieldOf('origin', locale)) as Origin),
  });
  return {
    onDay: typed.onDay,
    typed: Object.fromEntries(LOCALES.map((locale) => [locale, wordsOf(locale)])),
    compared: LOCALES.filter((locale) => typed[fieldOf('compared', locale)] === true),
  };
}
