import type { VNode } from 'preact';
import { listBareKanji } from '../../japanese/furigana.ts';
import { defineForm, lines, settingPage } from '../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../platform/languages/locales.ts';
import { useWords } from '../../platform/languages/reading.tsx';
import {
  PUBLIC_TEXT_NAMES,
  PUBLIC_TEXTS,
  type PublicText,
  type PublicTexts,
  publicTextsSetting,
} from '../../platform/settings/public-texts.ts';
import { text } from '../../platform/web/form-fields.ts';
import { Link } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { pagesPaths } from '../paths.ts';
import { fieldKey, languageKey, MARKS, settingsMessages } from './words.ts';

/** The field of a text in a language: `lead.ja-easy`. */
const fieldOf = (name: PublicText, locale: Locale) => `${name}.${locale}` as const;
const USUAL = { title: 'home_title', lead: 'home_lead', about: 'home_about_text' } as const;
const tagOf = (locale: Locale) => localeFacts[locale].tag;

/** Easy Japanese needs a reading over every kanji, else people who need it cannot read it. */
const easyText = (name: PublicText) =>
  text(PUBLIC_TEXTS[name]).superRefine((typed, context) => {
    const [kanji] = listBareKanji(typed);
    const message = 'write_the_reading_of_every_kanji';
    if (kanji) context.addIssue({ code: 'custom', message, params: { kanji, ...MARKS } });
  });

const fieldsIn = (locale: Locale) =>
  PUBLIC_TEXT_NAMES.map((name, at) =>
    lines(fieldOf(name, locale), locale === 'ja-easy' ? easyText(name) : text(PUBLIC_TEXTS[name]), {
      label: (reader) => nameOf(name, locale, reader),
      hint: (reader) => {
        const usual = pageMessages.in(locale).plain(USUAL[name], { organization: '…' });
        return settingsMessages.in(reader)('left_empty', {
          usual: <span lang={tagOf(locale)}>{usual}</span>,
        });
      },
      under: at === 0 ? languageKey(locale) : undefined,
      rows: name === 'title' ? 1 : 3,
      maxLength: PUBLIC_TEXTS[name],
      lang: tagOf(locale),
    }),
  );

function nameOf(name: PublicText, locale: Locale, reader: Locale) {
  const t = settingsMessages.in(reader);
  return t('text_in_language', { text: t.plain(fieldKey(name)), language: t.plain(languageKey(locale)) });
}

const textsForm = defineForm(settingsMessages, LOCALES.flatMap(fieldsIn));

/** Texts as the values of the form that changes them, for as many languages as there are. */
export function valuesOfTexts(texts: Partial<PublicTexts>): Record<string, string> {
  const entries = LOCALES.flatMap((locale) =>
    PUBLIC_TEXT_NAMES.map((name) => [fieldOf(name, locale), texts[locale]?.[name]] as const),
  );
  return Object.fromEntries(entries.flatMap(([name, words]) => (words === undefined ? [] : [[name, words]])));
}

function readTexts(typed: Readonly<Record<string, string>>) {
  const textsIn = (locale: Locale) =>
    Object.fromEntries(PUBLIC_TEXT_NAMES.map((name) => [name, typed[fieldOf(name, locale)] ?? '']));
  const texts = Object.fromEntries(LOCALES.map((locale) => [locale, textsIn(locale)]));
  return { value: publicTextsSetting.schema.parse(texts), refusals: [] };
}

function HowToWriteReadings(): VNode {
  const t = useWords(settingsMessages);
  const example = <span lang={tagOf('ja-easy')}>{t('example_of_readings', MARKS)}</span>;
  return <p>{t('how_to_write_readings', { example })}</p>;
}

function SeeHomePage(): VNode {
  return <Link href="/">{useWords(settingsMessages)('see_home_page')}</Link>;
}

/** What the home page says, by language; what is left empty is said in the program's own words. */
export const textsPage = settingPage({
  setting: publicTextsSetting,
  of: textsForm,
  type: valuesOfTexts,
  read: readTexts,
  path: pagesPaths.settingsTexts(),
  audit: 'settings.public_texts.changed',
  words: settingsMessages,
  title: 'texts_title',
  lead: 'texts_lead',
  what: 'texts_what',
  order: 20,
  inShort: [fieldOf('title', 'ja'), fieldOf('title', 'en')],
  before: { [fieldOf('title', 'ja-easy')]: <HowToWriteReadings /> },
  more: <SeeHomePage />,
});
