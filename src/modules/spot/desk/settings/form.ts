import { z } from 'zod';
import { findMunicipality } from '../../../../japanese/places.ts';
import type { Refusal } from '../../../../platform/refusal.ts';
import { checkbox, choices, text, wholeNumber } from '../../../../platform/web/form-fields.ts';
import { type SpotSettings, spotSettingsSchema } from '../../settings.ts';
import { MOST } from '../../types.ts';

/** Numbers that an administrator sets, in the order of the page, with the limits of the schema. */
export const NUMBERS = {
  leastMinutes: [15, 600],
  mostMinutes: [15, 600],
  noticeBusinessDays: [0, 30],
  mostDaysAhead: [7, 365],
  mostPossibleTimes: [1, MOST.possibleTimes],
  waveSize: [1, 20],
  mostWaves: [1, 20],
  neededLevel: [1, 6],
  travelBufferMinutes: [0, 240],
  unfilledBeforeHours: [1, 336],
  overdueAfterMinutes: [5, 720],
  forgetAfterDays: [1, 3650],
} as const;
export type NumberName = keyof typeof NUMBERS;
export const NUMBER_NAMES = Object.keys(NUMBERS) as NumberName[];

export const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
export const PREFECTURES = ['13', '14', '11', '12'] as const;

const timeOfDay = text(5).refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), {
  message: 'write_a_time_of_day',
});
const isDay = (line: string) => z.iso.date().safeParse(line).success;
const PERIOD = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]) (?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** One thing a line; empty lines don't matter. */
function lines(isGood: (line: string) => boolean, code: string): z.ZodType<string[], string | undefined> {
  return text(4000)
    .transform((typed) =>
      typed
        .split('\n')
        .map((line) => line.normalize('NFKC').trim().replaceAll(/\s+/g, ' '))
        .filter((line) => line !== ''),
    )
    .refine((typed) => typed.every(isGood), { message: code });
}

const numbers = Object.fromEntries(
  NUMBER_NAMES.map((name) => [name, wholeNumber(NUMBERS[name][0], NUMBERS[name][1])]),
) as Record<NumberName, z.ZodType<number>>;

export const SettingsForm = z.object({
  openWeekdays: choices(WEEKDAYS).refine((days) => days.length > 0, { message: 'choose_a_weekday' }),
  opensAt: timeOfDay,
  closesAt: timeOfDay,
  isClosedOnHolidays: checkbox,
  yearlyClosures: lines((line) => PERIOD.test(line), 'write_one_period_a_line'),
  closedOn: lines(isDay, 'write_one_day_a_line'),
  openOn: lines(isDay, 'write_one_day_a_line'),
  areaPrefectures: choices(PREFECTURES).refine((some) => some.length > 0, {
    message: 'choose_a_prefecture',
  }),
  areaExceptMunicipalities: lines(
    (line) => findMunicipality(line) !== undefined,
    'write_one_municipality_a_line',
  ),
  freeCancellationUntil: timeOfDay,
  ...numbers,
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
  const settings = spotSettingsSchema.safeParse({
    ...before,
    ...fields,
    openWeekdays: fields.openWeekdays.map(Number),
    yearlyClosures: fields.yearlyClosures.map((line) => {
      const [from, to] = line.split(' ');
      return { from, to };
    }),
  });
  if (!settings.success && refusals.length === 0) refusals.push({ code: 'value_does_not_fit' });
  return { settings: refusals.length === 0 && settings.success ? settings.data : null, refusals };
}

/** Settings as the values of the form that changes them. */
export function valuesOf(settings: SpotSettings): Record<string, string | string[]> {
  const typed = Object.fromEntries(NUMBER_NAMES.map((name) => [name, String(settings[name])]));
  return {
    ...typed,
    openWeekdays: settings.openWeekdays.map(String),
    opensAt: settings.opensAt,
    closesAt: settings.closesAt,
    ...(settings.isClosedOnHolidays && { isClosedOnHolidays: 'on' }),
    yearlyClosures: settings.yearlyClosures.map(({ from, to }) => `${from} ${to}`).join('\n'),
    closedOn: settings.closedOn.join('\n'),
    openOn: settings.openOn.join('\n'),
    areaPrefectures: [...settings.areaPrefectures],
    areaExceptMunicipalities: settings.areaExceptMunicipalities.join('\n'),
    freeCancellationUntil: settings.freeCancellationUntil,
  };
}
