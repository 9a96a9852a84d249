import type { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import { findMunicipality } from '../../../../japanese/places.ts';
import { defineForm, line, lines, pick, snake, tick, whole } from '../../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { choice, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { dayInJapan, listMunicipalityChoices } from '../../../people/index.ts';
import type { WrittenFact } from '../../store/facts.ts';
import { FACT_KINDS, type Fact, type FactWords } from '../../types.ts';
import { guidesMessages, guidesStaffMessages } from '../../words.ts';

const NAME = 120;
const VALUE = 500;

const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';

function writtenIn(locale: Locale, most: number): z.ZodType<string, string | undefined> {
  if (locale === 'ja') return requiredText(most);
  if (locale !== 'ja-easy') return text(most);
  return text(most).superRefine((typed, context) => {
    const [kanji] = listBareKanji(typed);
    if (kanji) context.addIssue({ code: 'custom', message: 'guide_reading_missing', params: { kanji } });
  });
}

const wordsIn = (locale: Locale) => {
  const { tag: lang } = localeFacts[locale];
  return [
    line(`name.${locale}`, writtenIn(locale, NAME), {
      ...{ label: 'fact_write_name', under: `fact_in_${keyOf(locale)}`, maxLength: NAME, lang },
      aid: locale === 'ja-easy' || undefined,
    }),
    lines(`value.${locale}`, writtenIn(locale, VALUE), {
      ...{ label: 'fact_write_value', rows: 2, maxLength: VALUE, lang },
      aid: locale === 'ja-easy' || undefined,
    }),
  ];
};

/** A fact as it is written: what it says in each language, where it holds, where it is written, how often somebody looks. */
export const factForm = defineForm(
  guidesStaffMessages,
  [
    pick('kind', choice(FACT_KINDS), {
      options: (locale) =>
        FACT_KINDS.map((value) => ({
          value,
          label: guidesStaffMessages.in(locale).plain(`fact_kind_${value}`),
        })),
    }),
    pick(
      'municipalityCode',
      text(5).refine((code) => code === '' || findMunicipality(code) !== undefined, {
        message: 'choose_one',
      }),
      {
        hint: 'fact_write_municipality_code_hint',
        options: (locale) => [
          { value: '', label: guidesMessages.in(locale).plain('guide_everywhere') },
          ...listMunicipalityChoices(locale),
        ],
      },
    ),
    line('source', requiredText(300), { hint: 'fact_write_source_hint' }),
    whole('everyDays', [7, 730], { hint: 'fact_write_every_days_hint' }),
    ...LOCALES.flatMap(wordsIn),
    tick('isVerified', { label: 'fact_write_is_verified', hint: 'fact_write_is_verified_hint' }),
  ],
  { label: (name) => `fact_write_${snake(name)}` },
);

export type TypedFact = z.output<typeof factForm.schema>;

export function typeFact({ texts, ...fact }: Fact): Partial<TypedFact> {
  const words = LOCALES.flatMap((locale) => [
    [`name.${locale}`, texts[locale]?.name ?? ''],
    [`value.${locale}`, texts[locale]?.value ?? ''],
  ]);
  return {
    ...{ kind: fact.kind, source: fact.source, everyDays: fact.everyDays },
    municipalityCode: fact.municipalityCode ?? '',
    ...Object.fromEntries(words),
  };
}

/**
 * Reads it back. Who has looked says so: then it is right from today on. What nobody has looked at is due at once: a new one, and
 * one that says something else by now. One that says the same keeps its day.
 */
export function readFact(typed: TypedFact, before: Fact | null, now: Temporal.Instant): WrittenFact {
  const said = typed as unknown as Readonly<Record<string, string>>;
  const texts = LOCALES.flatMap((locale): [Locale, FactWords][] => {
    const words = { name: said[`name.${locale}`] ?? '', value: said[`value.${locale}`] ?? '' };
    return words.name === '' && words.value === '' ? [] : [[locale, words]];
  });
  const today = dayInJapan(now);
  // The Japanese is what somebody had looked at; a name or another language may be put better.
  const same = before?.texts.ja?.value === said['value.ja'] ? before : null;
  const { kind, municipalityCode, source, everyDays, isVerified } = typed;
  return {
    ...{
      kind,
      source,
      everyDays,
      municipalityCode: municipalityCode || null,
      texts: Object.fromEntries(texts),
    },
    verifiedOn: isVerified ? today : (same?.verifiedOn ?? null),
    nextCheckOn: isVerified ? today.add({ days: everyDays }) : (same?.nextCheckOn ?? today),
  };
}
