import { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import { defineForm, line, lines, tick, whole } from '../../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import { day, requiredText, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { givingStaffMessages } from '../../words.ts';

const PARTS = { title: 120, lead: 400, story: 8000, uses: 2000, tierWords: 2000 } as const;
type Part = keyof typeof PARTS;

/** `title.ja-easy` */
export const fieldOf = <Name extends string>(name: Name, locale: Locale) => `${name}.${locale}` as const;

/** Readers of Easy Japanese need a reading over every kanji. */
const writtenIn = (locale: Locale, schema: z.ZodType<string, string | undefined>) =>
  locale === 'ja-easy'
    ? schema.superRefine((typed, context) => {
        const [kanji] = listBareKanji(typed);
        if (kanji)
          context.addIssue({ code: 'custom', message: 'campaign_reading_missing', params: { kanji } });
      })
    : schema;

/** Words of one language under a field that all languages have. */
function wordsIn(locale: Locale, name: Part, rows: number) {
  return lines(fieldOf(name, locale), writtenIn(locale, text(PARTS[name])), {
    label: (reader) => givingStaffMessages.in(reader)(`campaign_${snakePart(name)}`),
    hint: name === 'uses' || name === 'tierWords' ? `campaign_${snakePart(name)}_hint` : undefined,
    under: name === 'title' ? `campaign_in_${keyOf(locale)}` : undefined,
    ...{ rows, maxLength: PARTS[name], lang: localeFacts[locale].tag },
  });
}

const snakePart = (name: Part) => (name === 'tierWords' ? ('tier_words' as const) : name);
export const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';

const languageFields = (locale: Locale) => [
  wordsIn(locale, 'title', 1),
  wordsIn(locale, 'lead', 3),
  wordsIn(locale, 'story', 10),
  wordsIn(locale, 'uses', 5),
  wordsIn(locale, 'tierWords', 5),
  tick(fieldOf('machineMade', locale), { label: 'campaign_machine_made' }),
];

const optionalCount = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  z.union([z.null(), wholeNumber(1, 1_000_000)]),
) as unknown as z.ZodType<number | null>;

/** A campaign as it is written: its figures once, its words in every language. */
export const campaignForm = defineForm(givingStaffMessages, [
  line(
    'slug',
    requiredText(60).refine((typed) => /^[a-z0-9-]{2,60}$/.test(typed), { message: 'campaign_slug_is_odd' }),
    { label: 'campaign_slug', hint: 'campaign_slug_hint', maxLength: 60 },
  ),
  line('beginsOn', day, { label: 'campaign_begins_on', type: 'date', width: 'medium' }),
  line('endsOn', day, { label: 'campaign_ends_on', type: 'date', width: 'medium' }),
  whole('goal', [1, 999_999_999], { label: 'campaign_goal_yen', hint: 'campaign_goal_hint' }),
  line('goalSupporters', optionalCount, {
    label: 'campaign_goal_people',
    inputmode: 'numeric',
    width: 'short',
  }),
  lines('tiers', text(400), { label: 'campaign_amounts', hint: 'campaign_amounts_hint', rows: 5 }),
  ...LOCALES.flatMap(languageFields),
]);

/** What happened on the way, on its day, in every language. */
export const updateForm = defineForm(givingStaffMessages, [
  line('happenedOn', day, { label: 'campaign_update_day', type: 'date', width: 'medium' }),
  ...LOCALES.map((locale) =>
    lines(fieldOf('update', locale), writtenIn(locale, requiredText(1000)), {
      label: `campaign_in_${keyOf(locale)}`,
      ...{ rows: 3, maxLength: 1000, lang: localeFacts[locale].tag },
    }),
  ),
]);
