import type { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import { findMunicipality } from '../../../../japanese/places.ts';
import { defineForm, line, lines, pick, snake, someOf, tick, whole } from '../../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { choice, choices, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { dayInJapan, listMunicipalityChoices } from '../../../people/index.ts';
import { OFFICE_LANGUAGES, officeFieldName, officeLanguageName } from '../../offices/words.ts';
import type { WrittenFact } from '../../store/facts.ts';
import {
  FACT_KINDS,
  type Fact,
  type FactWords,
  OFFICE_COSTS,
  OFFICE_FIELDS,
  type OfficeCost,
  type OfficeField,
} from '../../types.ts';
import { guidesMessages, guidesStaffMessages } from '../../words.ts';

const PHONE = /^[\d#+][\d ()#-]{1,20}$/;
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
      hint: 'fact_write_kind_hint',
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
    someOf('fields', choices(OFFICE_FIELDS), {
      under: 'fact_of_office',
      choices: (locale) => OFFICE_FIELDS.map((value) => ({ value, label: officeFieldName(value, locale) })),
    }),
    someOf('languages', choices(OFFICE_LANGUAGES), {
      hint: 'fact_write_languages_hint',
      choices: (locale) =>
        OFFICE_LANGUAGES.map((value) => ({ value, label: officeLanguageName(value, locale) })),
    }),
    line(
      'phone',
      text(22).refine((typed) => typed === '' || PHONE.test(typed), { message: 'office_phone_is_no_number' }),
      { type: 'tel', maxLength: 22, width: 'medium' },
    ),
    pick(
      'cost',
      text(20).refine((typed) => ['', ...OFFICE_COSTS].includes(typed), { message: 'choose_one' }),
      {
        options: (locale) => [
          { value: '', label: guidesStaffMessages.in(locale).plain('fact_cost_unsaid') },
          ...OFFICE_COSTS.map((value) => ({
            value,
            label: guidesMessages.in(locale).plain(`office_cost_${value}`),
          })),
        ],
      },
    ),
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
    ...{ fields: fact.fields as OfficeField[], languages: fact.languages as TypedFact['languages'] },
    ...{ phone: fact.phone ?? '', cost: fact.cost ?? '' },
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
  const same = before?.texts.ja?.value === said['value.ja'] && saysSame(before, typed) ? before : null;
  const { kind, municipalityCode, source, everyDays, isVerified } = typed;
  return {
    ...{
      kind,
      source,
      everyDays,
      municipalityCode: municipalityCode || null,
      texts: Object.fromEntries(texts),
    },
    ...(kind === 'office' && {
      ...{ fields: typed.fields, languages: typed.languages },
      ...{ phone: typed.phone || null, cost: (typed.cost || null) as OfficeCost | null },
    }),
    verifiedOn: isVerified ? today : (same?.verifiedOn ?? null),
    nextCheckOn: isVerified ? today.add({ days: everyDays }) : (same?.nextCheckOn ?? today),
  };
}

/** An office with another number, or one that costs by now, has to be looked at again. */
const saysSame = (before: Fact | null, { kind, phone, cost }: TypedFact): boolean =>
  kind !== 'office' || ((before?.phone ?? '') === phone && (before?.cost ?? '') === cost);
