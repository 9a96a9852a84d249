import type { VNode } from 'preact';
import { listBareKanji } from '../../../japanese/furigana.ts';
import { defineForm, type FormOf, lines, pick, tick } from '../../../kits/forms/index.ts';
import { type Locale, localeFacts } from '../../../platform/languages/locales.ts';
import type { Label } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { WordedPage, WordedSection } from '../../../platform/parts/public/worded-page.ts';
import { choice, text } from '../../../platform/web/form-fields.ts';
import { In } from '../open/article.tsx';
import { written } from '../open/said.ts';
import { SOURCE } from '../rules.ts';
import { ORIGINS, type Texts } from '../types.ts';
import { siteStaffMessages } from '../words.ts';
import { sectionFor } from './rules.ts';

/** The greatest length of a section, in characters. */
const MOST = {
  title: 80,
  lead: 400,
  step_title: 80,
  step_text: 400,
  who: 1000,
  notes_title: 80,
  notes: 2000,
} as const;
const ROWS = { title: 1, lead: 3, step_title: 1, step_text: 3, who: 4, notes_title: 1, notes: 6 } as const;

export const fieldOf = (key: string): string => `said.${key}`;

/** Readers of Easy Japanese need a reading over every kanji. */
const wordsIn = (locale: Locale, most: number) =>
  locale === 'ja-easy'
    ? text(most).superRefine((typed, context) => {
        const [kanji] = listBareKanji(typed);
        if (kanji) context.addIssue({ code: 'custom', message: 'reading_is_missing', params: { kanji } });
      })
    : text(most);

/** What a section is called above its field. */
export const nameOf =
  ({ part, number = 0 }: Pick<WordedSection, 'part' | 'number'>): Label =>
  (reader) =>
    siteStaffMessages.in(reader)(`section_${part}`, { number });

/** A page in one language, as it is written: each section with its usual words beside it, and with the Japanese ones where there are some. */
export function pageForm({ sections }: WordedPage, locale: Locale, texts: Texts): FormOf {
  const fields = sections.map((section) =>
    lines(fieldOf(section.key), wordsIn(locale, MOST[section.part]), {
      label: nameOf(section),
      hint: () => <Beside {...{ section, locale, texts }} />,
      ...{ rows: ROWS[section.part], maxLength: MOST[section.part], lang: localeFacts[locale].tag },
    }),
  );
  if (locale === SOURCE) return defineForm(siteStaffMessages, fields);
  return defineForm(siteStaffMessages, [
    ...fields,
    pick('origin', choice(ORIGINS), {
      label: 'words_origin',
      options: (reader) =>
        ORIGINS.map((value) => ({ value, label: siteStaffMessages.in(reader).plain(`origin_${value}`) })),
    }),
    tick('compared', { label: 'words_compared', hint: 'words_compared_hint' }),
  ]);
}

interface BesideProps {
  readonly section: WordedSection;
  readonly locale: Locale;
  readonly texts: Texts;
}

/** What stands there while nothing is written, and what a translation has to say. */
function Beside({ section, locale, texts }: BesideProps): VNode {
  const t = useWords(siteStaffMessages);
  const source = locale === SOURCE ? null : sectionFor(texts, section.key, SOURCE);
  const own = source && sectionFor(texts, section.key, locale);
  return (
    <>
      {source
        ? t('section_source', {
            source: <In language={SOURCE}>{written(source.text, SOURCE)}</In>,
          })
        : t('section_usual', { usual: <Usual section={section} locale={locale} /> })}
      {own?.standing === 'stale' && <strong> {t('standing_stale')}</strong>}
    </>
  );
}

function Usual({ section, locale }: Pick<BesideProps, 'section' | 'locale'>): VNode {
  return (
    <In language={locale}>
      {section.usual.map((line, at) => (
        <>
          {at > 0 && ' / '}
          {line(locale)}
        </>
      ))}
    </In>
  );
}
