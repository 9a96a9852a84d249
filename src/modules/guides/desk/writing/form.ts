import { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import { findMunicipality } from '../../../../japanese/places.ts';
import { defineForm, line, lines, oneOf, pick, snake, someOf, tick } from '../../../../kits/forms/index.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { choice, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { listMunicipalityChoices } from '../../../people/index.ts';
import { factIn } from '../../open/saying.tsx';
import { CATEGORIES, type Fact, GRADES, MOST_STEPS, ORIGINS } from '../../types.ts';
import { guidesMessages, guidesStaffMessages } from '../../words.ts';
import { type Beside, withSource } from './beside.tsx';

/** The parts that a guide has once in each language, with their lengths. */
export const PARTS = {
  title: { most: 120, rows: 1 },
  lead: { most: 600, rows: 3 },
  bring: { most: 1000, rows: 4 },
  lasts: { most: 200, rows: 1 },
  costs: { most: 200, rows: 1 },
  heard: { most: 2000, rows: 5 },
  afterwards: { most: 1500, rows: 3 },
  foundBy: { most: 400, rows: 2 },
} as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

const STEP_TITLE = 120;
const STEP_TEXT = 3000;
/** So many steps stand empty behind those that are there. */
export const ROOM_FOR = 2;
export const ALL_STEPS = Array.from({ length: MOST_STEPS }, (_, at) => at + 1);

/** Whoever will hear a word needs its reading, in every language; readers of Easy Japanese need all (`typed.ts`). */
const heard = (most: number): z.ZodType<string, string | undefined> =>
  text(most).superRefine((typed, context) => {
    const [kanji] = listBareKanji(wordsHeard(typed));
    if (kanji) context.addIssue({ code: 'custom', message: 'guide_reading_missing', params: { kanji } });
  });

/** Before the `=` of each line. */
const wordsHeard = (typed: string) =>
  typed
    .split('\n')
    .map((one) => one.split(/[=＝]/u)[0])
    .join('\n');

/** The aid stands below what is read in Japanese; below a line in Easy Japanese, where each kanji has to have its reading. */
function partsIn(locale: Locale) {
  const { tag: lang } = localeFacts[locale];
  return PART_NAMES.map((name) => {
    const { most, rows } = PARTS[name];
    const schema = name === 'heard' ? heard(most) : text(most);
    const about = {
      hint: HINTED.has(name) ? `guide_write_${snake(name)}_hint` : undefined,
      maxLength: most,
      lang,
    };
    return rows === 1
      ? line(name, schema, { ...about, aid: locale === 'ja-easy' || undefined })
      : lines(name, schema, { ...about, rows, aid: (lang === 'ja' && name !== 'foundBy') || undefined });
  });
}
const HINTED: ReadonlySet<Part> = new Set(['bring', 'heard', 'foundBy', 'lead']);

/** A step is labeled with its number. */
const labeled = (part: 'title' | 'text' | 'facts' | 'place', step: number) => (locale: Locale) =>
  guidesStaffMessages.in(locale)(`guide_step_${part}`, { step });

function stepFields(locale: Locale, step: number) {
  const { tag: lang } = localeFacts[locale];
  return [
    line(`step${step}Title`, text(STEP_TITLE), {
      ...{ label: labeled('title', step), maxLength: STEP_TITLE, lang },
      aid: locale === 'ja-easy' || undefined,
    }),
    lines(`step${step}Text`, text(STEP_TEXT), {
      ...{ label: labeled('text', step), rows: 5, maxLength: STEP_TEXT, lang },
      aid: lang === 'ja' || undefined,
    }),
  ];
}

const factIds = z.preprocess(
  (sent) => (sent === undefined ? [] : [sent].flat()),
  z.array(z.uuid()).max(40),
) as unknown as z.ZodType<string[]>;

const factField = (step: number, facts: readonly Fact[]) =>
  someOf(`step${step}Facts`, factIds, {
    label: labeled('facts', step),
    areSentences: true,
    choices: (locale) =>
      facts.map((fact) => {
        const { words, language } = factIn(fact, locale);
        const between = language === 'en' ? ': ' : '：';
        return { value: fact.id, label: `${words.name}${between}${words.value}` };
      }),
  });

/** Where a step stands from now on, where that is another place. */
const placeField = (step: number) =>
  line(`step${step}Place`, orNothing(wholeNumber(1, MOST_STEPS)), {
    ...{ label: labeled('place', step), inputmode: 'numeric', width: 'short' },
  });

const orNothing = <Value>(schema: z.ZodType<Value>) =>
  z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.union([z.null(), schema]),
  ) as unknown as z.ZodType<Value | null>;

const staff = (key: string) => (locale: Locale) => guidesStaffMessages.in(locale).plain(key as never);
const naming = { label: (name: string) => `guide_write_${snake(name)}` };

const aboutFields = [
  line(
    'slug',
    text(60).refine((typed) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(typed) && typed.length >= 3, {
      message: 'guide_address_is_odd',
    }),
    { hint: 'guide_write_slug_hint', under: 'guide_part_about' },
  ),
  pick('category', choice(CATEGORIES), {
    options: (locale) =>
      CATEGORIES.map((value) => ({ value, label: guidesMessages.in(locale).plain(`kind_${value}`) })),
  }),
  pick(
    'municipalityCode',
    text(5).refine((code) => code === '' || findMunicipality(code) !== undefined, { message: 'choose_one' }),
    {
      options: (locale) => [
        { value: '', label: guidesMessages.in(locale).plain('guide_everywhere') },
        ...listMunicipalityChoices(locale),
      ],
    },
  ),
] as const;

/** The Japanese, from which all others are made, with what the guide is about and which facts its steps name. */
export const sourceFormFor = (facts: readonly Fact[], steps: readonly number[] = ALL_STEPS) =>
  defineForm(
    guidesStaffMessages,
    [
      ...aboutFields,
      ...partsIn('ja').map((field) =>
        field.name === 'title' ? { ...field, under: 'guide_part_words' } : field,
      ),
      ...steps.flatMap((step) => [...stepFields('ja', step), factField(step, facts), placeField(step)]),
      oneOf('grade', orNothing(choice(GRADES)), {
        under: 'guide_part_grade',
        choices: (locale) => GRADES.map((value) => ({ value, label: staff(`grade_${value}`)(locale) })),
      }),
    ],
    naming,
  );

/** Another language: the same parts and steps, who made its words, and whether they say what the Japanese says now. */
export const wordsFormFor = (
  locale: Exclude<Locale, 'ja'>,
  steps: readonly number[] = ALL_STEPS,
  beside: ReadonlyMap<string, Beside> = new Map(),
) =>
  defineForm(
    guidesStaffMessages,
    [
      ...[...partsIn(locale), ...steps.flatMap((step) => stepFields(locale, step))].map((field) =>
        withSource(field, beside.get(field.name)),
      ),
      pick('origin', choice(ORIGINS), {
        label: 'guide_write_changed_by',
        hint: 'guide_write_changed_by_hint',
        options: (reader) => ORIGINS.map((value) => ({ value, label: staff(`origin_is_${value}`)(reader) })),
      }),
      tick('isRenewed', { label: 'guide_write_is_renewed', hint: 'guide_write_is_renewed_hint' }),
    ],
    naming,
  );
