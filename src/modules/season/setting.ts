import { z } from 'zod';
import { defineForm, line, settingPage, tick } from '../../kits/forms/index.ts';
import type { Database } from '../../platform/database/connect.ts';
import { formatsIn } from '../../platform/languages/formats.tsx';
import { rememberedSetting, type Setting } from '../../platform/settings/settings.ts';
import { day } from '../../platform/web/form-fields.ts';
import { seasonPaths } from './paths.ts';
import { faultOf, isOver } from './rules/days.ts';
import type { Season } from './types.ts';
import { seasonStaffMessages } from './words.ts';

const value = z.object({
  isOn: z.boolean().default(true),
  fromOn: z.iso.date().default('2026-12-26'),
  toOn: z.iso.date().default('2027-01-04'),
  shownFromOn: z.iso.date().default('2026-12-15'),
});
type SeasonSetting = z.output<typeof value>;

/** The days of the turn of the year; an administrator sets them each autumn. */
export const seasonSetting: Setting<SeasonSetting> = {
  subject: 'season',
  schema: value,
  value: value.parse({}),
};

/** The season that is on or ahead; null when none is set, or the last one is over. */
export async function findSeason(db: Database, today: Temporal.PlainDate): Promise<Season | null> {
  const setting = await rememberedSetting(db, seasonSetting);
  if (!setting.isOn) return null;
  const season = seasonOf(setting);
  return isOver(season, today) ? null : season;
}

const seasonOf = ({ fromOn, toOn, shownFromOn }: Omit<SeasonSetting, 'isOn'>): Season => ({
  from: Temporal.PlainDate.from(fromOn),
  to: Temporal.PlainDate.from(toOn),
  shownFrom: Temporal.PlainDate.from(shownFromOn),
});

const aDay = <const Name extends string>(name: Name, label: string) =>
  ({
    ...line(name, day, { label, type: 'date', width: 'medium' }),
    say: (chosen, locale) => formatsIn(locale).day(Temporal.PlainDate.from(String(chosen))),
  }) as ReturnType<typeof line<Name, Temporal.PlainDate>>;

const form = defineForm(seasonStaffMessages, [
  tick('isOn', { label: 'setting_is_on' }),
  aDay('fromOn', 'setting_from_on'),
  aDay('toOn', 'setting_to_on'),
  aDay('shownFromOn', 'setting_shown_from_on'),
]);

/** Where it is set. */
export const seasonPage = settingPage({
  setting: seasonSetting,
  of: form,
  read({ isOn, ...typed }) {
    const season = { from: typed.fromOn, to: typed.toOn, shownFrom: typed.shownFromOn };
    const fault = faultOf(season);
    const field = fault === 'end_after_beginning' ? 'toOn' : 'shownFromOn';
    if (fault) return { value: null, refusals: [{ code: fault, field }] };
    const days = { fromOn: `${season.from}`, toOn: `${season.to}`, shownFromOn: `${season.shownFrom}` };
    return { value: { isOn, ...days }, refusals: [] };
  },
  type: (setting) => setting as object,
  path: seasonPaths.setting(),
  audit: 'season.setting.changed',
  words: seasonStaffMessages,
  title: 'setting_title',
  lead: 'setting_lead',
  what: 'setting_what',
  order: 75,
  inShort: ['isOn', 'fromOn', 'toOn'],
});
