import { z } from 'zod';
import { listBareKanji } from '../../../../japanese/furigana.ts';
import {
  defineForm,
  line,
  lines,
  oneOf,
  pick,
  snake,
  someOf,
  tick,
  timeOfDay,
} from '../../../../kits/forms/index.ts';
import { LOCALES, type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { CalledFor } from '../../../../platform/parts/public/campaigns.ts';
import {
  choice,
  choices,
  timeOfDay as clock,
  day,
  requiredText,
  text,
  wholeNumber,
} from '../../../../platform/web/form-fields.ts';
import { FIRST_LANGUAGES, LANGUAGES, plainLanguageName } from '../../../people/index.ts';
import { ACCESS, AUDIENCES, EVENT_KINDS, PHOTO_POLICIES, PROGRAMS } from '../../types.ts';
import { eventsMessages, eventsStaffMessages } from '../../words.ts';
import { interpretationField } from './interpretation-field.tsx';

/** Who can answer for an event. */
export interface Responsible {
  readonly id: string;
  readonly name: string;
}

/** To whom and to what an event can belong. */
export interface Choosable {
  readonly staff: readonly Responsible[];
  readonly campaigns: readonly CalledFor[];
}

const PARTS = { title: 120, text: 8000, area: 200, bring: 500, directions: 1000 } as const;
export type Part = keyof typeof PARTS;
const ROWS = { title: 1, text: 8, area: 1, bring: 2, directions: 2 } as const;

/** `title.ja-easy` */
export const fieldOf = <Name extends string>(name: Name, locale: Locale) => `${name}.${locale}` as const;

/** As it stands in the keys of a catalog. */
export const keyOf = (locale: Locale) =>
  locale.toLowerCase().replace('-', '_') as 'ja' | 'ja_easy' | 'en' | 'zh_hans';

/** Readers of Easy Japanese need a reading over every kanji. */
function writtenIn(locale: Locale, name: Part): z.ZodType<string, string | undefined> {
  const isTold = locale === 'ja' && name === 'title';
  const schema = isTold ? requiredText(PARTS[name]) : text(PARTS[name]);
  if (locale !== 'ja-easy') return schema;
  return schema.superRefine((typed, context) => {
    const [kanji] = listBareKanji(typed);
    if (kanji) context.addIssue({ code: 'custom', message: 'event_reading_missing', params: { kanji } });
  });
}

const wordsIn = (locale: Locale) => [
  ...(Object.keys(PARTS) as Part[]).map((name) => {
    const about = {
      label: `event_write_${name}`,
      hint: name === 'area' || name === 'directions' ? `event_write_${name}_hint` : undefined,
      under: name === 'title' ? `event_in_${keyOf(locale)}` : undefined,
      ...{ maxLength: PARTS[name], lang: localeFacts[locale].tag },
    };
    const schema = writtenIn(locale, name);
    return ROWS[name] === 1
      ? line(fieldOf(name, locale), schema, about)
      : lines(fieldOf(name, locale), schema, {
          ...about,
          rows: ROWS[name],
          aid: locale === 'ja-easy' ? true : undefined,
        });
  }),
  tick(fieldOf('machineMade', locale), { label: 'event_machine_made' }),
];

const empty = <Value>(schema: z.ZodType<Value>) =>
  z.preprocess(
    (typed) => (typed === '' || typed === undefined ? null : typed),
    z.union([z.null(), schema]),
  ) as unknown as z.ZodType<Value | null>;
const seats = <const Name extends string>(name: Name) =>
  line(name, empty(wholeNumber(0, 10_000)), { inputmode: 'numeric', width: 'short' });
const yen = <const Name extends string>(name: Name, least: number) =>
  line(name, empty(wholeNumber(least, 100_000)), { inputmode: 'numeric', width: 'short' });

/** The answers of a list, as the public page calls them. */
const called = (prefix: string, values: readonly string[]) => (locale: Locale) =>
  values.map((value) => ({ value, label: eventsMessages.in(locale).plain(`${prefix}_${value}` as never) }));

export const OFTEN_SPOKEN = ['ja', ...FIRST_LANGUAGES] as const;
const RARELY_SPOKEN = LANGUAGES.filter((one) => !OFTEN_SPOKEN.some((often) => often === one)) as [
  string,
  ...string[],
];
const languages = (names: readonly string[]) => (locale: Locale) =>
  names.map((value) => ({ value, label: plainLanguageName(value, locale) }));
const spoken = <const Name extends string>(name: Name) =>
  someOf(name, choices(OFTEN_SPOKEN), { choices: languages(OFTEN_SPOKEN) });
const another = <const Name extends string>(name: Name) =>
  pick(name, empty(choice(RARELY_SPOKEN)), { options: languages(RARELY_SPOKEN) });

/** An event as it is written: its facts once, its words in every language. */
export const eventFormFor = ({ staff, campaigns }: Choosable) =>
  defineForm(
    eventsStaffMessages,
    [
      pick('kind', choice(EVENT_KINDS), { under: 'event_part_when', options: called('kind', EVENT_KINDS) }),
      line('startsOn', day, { type: 'date', width: 'medium' }),
      timeOfDay('startsAt'),
      timeOfDay('endsAt'),
      line('endsOn', empty(day), { hint: 'event_write_ends_on_hint', type: 'date', width: 'medium' }),
      line('closesOn', empty(day), { hint: 'event_write_closes_on_hint', type: 'date', width: 'medium' }),
      line('closesTime', empty(clock), { type: 'time', width: 'short' }),
      pick('responsibleId', z.uuid({ message: 'choose_one' }) as unknown as z.ZodType<string>, {
        options: () => staff.map(({ id, name }) => ({ value: id, label: name })),
      }),
      oneOf('place', choice(['here', 'online']), {
        under: 'event_part_where',
        choices: (locale) =>
          (['here', 'online'] as const).map((value) => ({
            value,
            label: eventsStaffMessages.in(locale)(`event_place_${value}`),
          })),
      }),
      line('address', text(300), { hint: 'event_write_address_hint' }),
      line('onlineUrl', text(500), { hint: 'event_write_online_url_hint' }),
      someOf('access', choices(ACCESS), { choices: called('access', ACCESS) }),
      { ...seats('anybody'), under: 'event_part_seats', hint: 'event_write_anybody_hint' },
      seats('adult'),
      seats('child'),
      seats('craft'),
      interpretationField,
      spoken('talk'),
      another('talkAlso'),
      spoken('materials'),
      another('materialsAlso'),
      pick('audience', choice(AUDIENCES), {
        under: 'event_part_who',
        options: called('audience', AUDIENCES),
      }),
      pick('program', empty(choice(PROGRAMS)), {
        hint: 'event_write_program_hint',
        options: called('program', PROGRAMS),
      }),
      pick('campaign', empty(z.uuid()), {
        hint: 'event_write_campaign_hint',
        options: (locale) => campaigns.map(({ id, title }) => ({ value: id, label: title.plain(locale) })),
      }),
      pick('photoPolicy', choice(PHOTO_POLICIES), { options: called('photos', PHOTO_POLICIES) }),
      { ...yen('feeJpy', 0), hint: 'event_write_fee_jpy_hint' },
      yen('suggestedGiftJpy', 100),
      ...LOCALES.flatMap(wordsIn),
      tick('fewer', { label: 'event_write_fewer' }),
    ],
    { label: (name) => `event_write_${snake(name)}` },
  );
