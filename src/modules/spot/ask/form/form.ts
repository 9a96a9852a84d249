import { z } from 'zod';
import { readTyped } from '../../../../japanese/typed.ts';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { checkbox, choices, text, toDay } from '../../../../platform/web/form-fields.ts';
import { LANGUAGES } from '../../../people/index.ts';
import type { SpotSettings } from '../../settings.ts';
import {
  CATEGORIES,
  GENDER_WISHES,
  LANGUAGE_TASKS,
  MOST,
  PLACE_KINDS,
  type RequestForm,
} from '../../types.ts';
import { toStart } from '../rules/times/times.ts';
import { readWrittenIn } from '../rules/written-in.ts';
import { type Home, readPlace } from './place.ts';

/** How many possible times the form offers. */
export const TIME_ROWS = 3;

const timeFields = Object.fromEntries(
  Array.from({ length: TIME_ROWS }, (_, row) => [
    [`times.${row}.date`, text(20)],
    [`times.${row}.start`, text(5)],
  ]).flat(1),
) as Record<string, ReturnType<typeof text>>;

const fileIds = z.preprocess(
  (value) => (Array.isArray(value) ? value : value ? [value] : []),
  z.array(text(40)).max(2 * MOST.photos),
);

/**
 * What the form sends. Deliberately lenient: a form that can't be sent yet is still kept as a draft with all that was
 * typed, and the rules of Spot say what is missing beside each field.
 */
export const AskFields = z.object({
  category: text(20),
  ownWords: text(MOST.ownWords * 6),
  japaneseWords: text(MOST.japaneseWords * 3),
  neededTasks: choices(LANGUAGE_TASKS),
  durationMinutes: text(6),
  placeKind: text(10),
  placeAt: text(10),
  'place.postcode': text(12),
  'place.municipality': text(5),
  'place.town': text(MOST.town),
  placeName: text(MOST.placeName * 2),
  exactAddress: text(MOST.exactAddress * 2),
  talkLanguages: choices(LANGUAGES),
  isEasyJapaneseOk: checkbox,
  genderWish: text(10),
  goodToKnow: text(MOST.goodToKnow * 4),
  photoIds: fileIds,
  removedPhotoIds: fileIds,
  shownDangers: text(200),
  writtenIn: text(10),
  intent: text(10),
  asVisitor: text(3),
  ...timeFields,
});

export type AskFields = z.output<typeof AskFields> & Readonly<Record<string, unknown>>;

const NOT_KEPT = new Set(['intent', 'asVisitor', 'removedPhotoIds']);

/** What a form holds: by name, every value a string, as a draft keeps it and the form shows it again. */
export type Typed = ReadonlyMap<string, readonly string[]>;

/** The typed fields as the form shows them again, without those that are empty. */
export function toTyped(fields: AskFields, photoIds: readonly string[]): Typed {
  const typed = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries({ ...fields, photoIds })) {
    if (NOT_KEPT.has(name)) continue;
    const values = typeof value === 'boolean' ? (value ? ['on'] : []) : [value].flat().map(String);
    if (values.some((one) => one !== '')) typed.set(name, values);
  }
  return typed;
}

/** A draft read as the form it was; null for one that another version of the form has left. */
export function fromDraft(draft: Readonly<Record<string, string | readonly string[]>>): AskFields | null {
  const sent = Object.entries(draft).map(([name, value]) => [
    name,
    Array.isArray(value) && value.length === 1 ? value[0] : value,
  ]);
  const read = AskFields.safeParse(Object.fromEntries(sent));
  return read.success ? read.data : null;
}

/**
 * Turns what was typed into a request. What can't be understood at all (a day that doesn't exist, a postcode nobody
 * has) is refused here; whether it may be asked for, `checkSubmission` says.
 * @returns `timeRows`: for each possible time, the row of the form in which it was typed
 */
export function toRequestForm(
  fields: AskFields,
  about: { locale: Locale; settings: SpotSettings; photoIds: readonly string[]; home: Home | null },
): { form: RequestForm; refusals: Refusal[]; timeRows: readonly number[] } {
  const refusals: Refusal[] = [];
  const category = CATEGORIES.find((known) => known === fields.category);
  if (!category) refusals.push({ code: 'choose_what_it_is_about', field: 'category' });
  const kind = PLACE_KINDS.find((known) => known === fields.placeKind);
  if (!kind) refusals.push({ code: 'choose_where', field: 'placeKind' });
  const times = readTimes(fields, about.settings);
  const place = readPlace(fields, about);
  if (kind === 'place') refusals.push(...place.refusals);
  const minutes = Number(readTyped(fields.durationMinutes));
  if (fields.durationMinutes === '' || Number.isNaN(minutes))
    refusals.push({ code: 'choose_how_long', field: 'durationMinutes' });
  const form: RequestForm = {
    category: category ?? 'admin',
    ownWords: fields.ownWords,
    ownWordsLocale: readWrittenIn(fields.writtenIn) ?? localeFacts[about.locale].tag,
    japaneseWords: fields.japaneseWords === '' ? null : fields.japaneseWords,
    neededTasks: fields.neededTasks,
    talkLanguages: fields.talkLanguages,
    isEasyJapaneseOk: fields.isEasyJapaneseOk,
    place: {
      kind: kind ?? 'online',
      municipalityCode: place.municipalityCode,
      town: place.town,
      placeName: orNull(fields.placeName),
      exactAddress: orNull(fields.exactAddress),
    },
    genderWish: GENDER_WISHES.find((wish) => wish === fields.genderWish) ?? null,
    goodToKnow: orNull(fields.goodToKnow),
    durationMinutes: minutes,
    possibleTimes: times.starts,
    photoIds: [...about.photoIds],
  };
  return { form, refusals: [...refusals, ...times.refusals], timeRows: times.rows };
}

function orNull(typed: string): string | null {
  return typed === '' ? null : typed;
}

function readTimes(
  fields: AskFields,
  settings: SpotSettings,
): { starts: Temporal.Instant[]; rows: number[]; refusals: Refusal[] } {
  const starts: Temporal.Instant[] = [];
  const rows: number[] = [];
  const refusals: Refusal[] = [];
  for (let row = 0; row < TIME_ROWS; row++) {
    const [date, start] = [
      String(fields[`times.${row}.date`] ?? ''),
      String(fields[`times.${row}.start`] ?? ''),
    ];
    if (date === '' && start === '') continue;
    const field = `times.${row}`;
    const day = readDay(date);
    if (date === '' || !/^([01]\d|2[0-3]):[0-5]\d$/.test(start)) {
      refusals.push({ code: 'time_needs_day_and_start', field });
      continue;
    }
    if (!day) {
      refusals.push({ code: 'day_does_not_exist', field });
      continue;
    }
    starts.push(toStart(day, start, settings));
    rows.push(row);
  }
  return { starts, rows, refusals };
}

function readDay(typed: string): Temporal.PlainDate | null {
  try {
    return toDay(typed);
  } catch {
    return null;
  }
}
