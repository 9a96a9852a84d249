import { z } from 'zod';
import { findMunicipality } from '../../../../japanese/places.ts';
import { readTyped } from '../../../../japanese/typed.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { checkbox, choices, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import { type SpotSettings, spotSettingsSchema } from '../../settings.ts';
import { MOST } from '../../types.ts';

/** Numbers that an administrator sets, in the order of the page, with the limits of the schema. */
export const NUMBERS = {
  noticeBusinessDays: [0, 30],
  mostDaysAhead: [7, 365],
  mostPossibleTimes: [1, MOST.possibleTimes],
  waveSize: [1, 20],
  mostWaves: [1, 20],
  neededLevel: [1, 6],
  unfilledBeforeHours: [1, 336],
  lapseAfterDays: [3, 365],
  forgetAfterDays: [1, 3650],
} as const;
export type NumberName = keyof typeof NUMBERS;
export const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[];

/** Lengths of time, asked for in hours and minutes; the limits in minutes. */
export const DURATIONS = {
  leastMinutes: [15, 600],
  mostMinutes: [15, 600],
  travelBufferMinutes: [0, 240],
  overdueAfterMinutes: [5, 720],
} as const;
export type DurationName = keyof typeof DURATIONS;
export const DURATION_NAMES = Object.keys(DURATIONS) as DurationName[];

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const PREFECTURES = ['13', '14', '11', '12'] as const;

const timeOfDay = text(5).refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), {
  message: 'write_a_time_of_day',
});
const isDay = (typed: string) => z.iso.date().safeParse(typed).success;
const MOST_ROWS = 400;

/** Several fields of one name, as many as were sent. */
const several = z
  .preprocess((sent) => (sent === undefined ? [] : [sent].flat()), z.array(z.string()).max(MOST_ROWS))
  .transform((all) => all.map((one) => readTyped(one.trim())));

/** What was filled in of several fields, each once and in order. */
function each(isGood: (typed: string) => boolean, code: string): z.ZodType<string[]> {
  return several
    .transform((all) => [...new Set(all.filter((one) => one !== ''))].sort())
    .refine((all) => all.every(isGood), { message: code }) as unknown as z.ZodType<string[]>;
}

/** Hours and minutes, either of which may be left empty. @returns minutes */
function duration([least, most]: readonly [number, number]): z.ZodType<number> {
  return several
    .refine((parts) => parts.every((part) => /^\d{0,4}$/.test(part)), { message: 'write_a_whole_number' })
    .transform(([hours, minutes]) => Number(hours ?? 0) * 60 + Number(minutes ?? 0))
    .refine((sum) => sum >= least && sum <= most, {
      message: 'duration_is_out_of_range',
      params: { least, most: most / 60 },
    }) as unknown as z.ZodType<number>;
}

/** Parts of a yearly period in the order of its fields: first month and day, last month and day. */
export const PERIOD_PARTS = ['first_month', 'first_day', 'last_month', 'last_day'] as const;

/** Months and days of yearly periods, four fields each. A leap day stands for the last of February. */
const periods = several
  .transform((all) => chunks(all, PERIOD_PARTS.length).filter((parts) => parts.some((part) => part !== '')))
  .refine(
    (all) => all.every((parts) => isMonthAndDay(parts[0], parts[1]) && isMonthAndDay(parts[2], parts[3])),
    {
      message: 'choose_a_whole_period',
    },
  )
  .transform((all) =>
    all.map(([fromMonth, fromDay, toMonth, toDay]) => ({
      from: monthAndDay(fromMonth, fromDay),
      to: monthAndDay(toMonth, toDay),
    })),
  ) as unknown as z.ZodType<SpotSettings['yearlyClosures']>;

function chunks<Item>(all: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
    all.slice(at * size, (at + 1) * size),
  );
}

const monthAndDay = (month = '', day = '') => `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
/** 2000 was a leap year. */
const isMonthAndDay = (month = '', day = '') => isDay(`2000-${monthAndDay(month, day)}`);

const numbers = Object.fromEntries(
  NUMBER_NAMES.map((name) => [name, wholeNumber(NUMBERS[name][0], NUMBERS[name][1])]),
) as Record<NumberName, z.ZodType<number>>;

const durations = Object.fromEntries(
  DURATION_NAMES.map((name) => [name, duration(DURATIONS[name])]),
) as Record<DurationName, z.ZodType<number>>;

export const SettingsForm = z.object({
  openWeekdays: choices(WEEKDAYS).refine((days) => days.length > 0, { message: 'choose_a_weekday' }),
  opensAt: timeOfDay,
  closesAt: timeOfDay,
  isClosedOnHolidays: checkbox,
  yearlyClosures: periods,
  closedOn: each(isDay, 'choose_a_day'),
  openOn: each(isDay, 'choose_a_day'),
  areaPrefectures: choices(PREFECTURES).refine((some) => some.length > 0, {
    message: 'choose_a_prefecture',
  }),
  areaExceptMunicipalities: each((code) => findMunicipality(code) !== undefined, 'choose_a_municipality'),
  freeCancellationUntil: timeOfDay,
  /** Which list of what this closes was looked at; see `markOf`. */
  closesKnown: text(100),
  ...numbers,
  ...durations,
});
export type SettingsFields = z.output<typeof SettingsForm>;

/** The settings as typed, on top of what the page doesn't show; or what doesn't go together. */
export function toSettings(
  fields: SettingsFields,
  before: SpotSettings,
): { settings: SpotSettings | null; refusals: Refusal[] } {
  const refusals: Refusal[] = [];
  if (fields.closesAt <= fields.opensAt) {
    refusals.push({ code: 'close_after_opening', field: 'closesAt' });
  }
  if (fields.mostMinutes < fields.leastMinutes) {
    refusals.push({ code: 'most_is_less_than_least', field: 'mostMinutes' });
  }
  const { closesKnown, ...typed } = fields;
  const openWeekdays = fields.openWeekdays.map(Number);
  const settings = spotSettingsSchema.safeParse({ ...before, ...typed, openWeekdays });
  if (!settings.success && refusals.length === 0) refusals.push({ code: 'value_does_not_fit' });
  return { settings: refusals.length === 0 && settings.success ? settings.data : null, refusals };
}

/** Settings as the values of the form that changes them. */
export function valuesOf(settings: SpotSettings): Record<string, string | string[]> {
  const typed = Object.fromEntries(NUMBER_NAMES.map((name) => [name, String(settings[name])]));
  const lengths = Object.fromEntries(DURATION_NAMES.map((name) => [name, partsOf(settings[name])]));
  return {
    ...typed,
    ...lengths,
    openWeekdays: settings.openWeekdays.map(String),
    opensAt: settings.opensAt,
    closesAt: settings.closesAt,
    ...(settings.isClosedOnHolidays && { isClosedOnHolidays: 'on' }),
    yearlyClosures: settings.yearlyClosures.flatMap(({ from, to }) =>
      [from, to].flatMap((at) => at.split('-').map((part) => String(Number(part)))),
    ),
    closedOn: [...settings.closedOn],
    openOn: [...settings.openOn],
    areaPrefectures: [...settings.areaPrefectures],
    areaExceptMunicipalities: [...settings.areaExceptMunicipalities],
    freeCancellationUntil: settings.freeCancellationUntil,
  };
}

const partsOf = (minutes: number) => [String(Math.floor(minutes / 60)), String(minutes % 60)];

/** What is typed in a form that was refused for one thing, read again; null while more is wrong. */
export function readAgain(form: FormState): SettingsFields | null {
  const sent = Object.keys(SettingsForm.shape).map(
    (name) => [name, valueOrValues(form.values(name))] as const,
  );
  const read = SettingsForm.safeParse(Object.fromEntries(sent));
  return read.success ? read.data : null;
}

const valueOrValues = (values: readonly string[]) => (values.length > 1 ? [...values] : values[0]);
