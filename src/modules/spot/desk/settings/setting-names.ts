import { findMunicipality, listMunicipalities } from '../../../../japanese/places.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { type Locale, localeFacts } from '../../../../platform/languages/locales.ts';
import type { SpotSettings } from '../../settings.ts';
import { type DeskKey, deskMessages } from '../words.ts';

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The keys of the words for one of the settings: what it is called, and what it does. */
export const settingKey = (name: keyof SpotSettings) => `setting_${snake(name)}` as DeskKey;
export const aboutKey = (name: keyof SpotSettings) => `about_${snake(name)}` as DeskKey;

/** What a setting is called on its page; undefined for a name that is no setting any more. */
export function spotSettingName(name: string, locale: Locale): string | undefined {
  const key = settingKey(name as keyof SpotSettings);
  return deskMessages.has(key) ? deskMessages.in(locale).plain(key) : undefined;
}

/** What a setting was set to, in words: a duration as one, days as days, places by name. */
export function saySpotSetting(name: string, value: unknown, locale: Locale): string {
  const t = deskMessages.in(locale);
  if (Array.isArray(value)) {
    const said = value.map((one) => sayOne(name, one, locale));
    return said.length > 0 ? formatsIn(locale).list(said) : t.plain('setting_none');
  }
  if (typeof value === 'boolean') return t.plain(value ? 'setting_yes' : 'setting_no');
  return name.endsWith('Minutes') ? formatsIn(locale).plain.minutes(Number(value)) : String(value);
}

function sayOne(name: string, value: unknown, locale: Locale): string {
  const nameOf = (one?: { name: string; english: string }) => (locale === 'en' ? one?.english : one?.name);
  switch (name) {
    case 'openWeekdays':
      return deskMessages.in(locale).plain('weekday_name', { weekday: String(value) });
    case 'closedOn':
    case 'openOn':
      return formatsIn(locale).plain.day(Temporal.PlainDate.from(String(value)));
    case 'yearlyClosures': {
      const { from, to } = value as SpotSettings['yearlyClosures'][number];
      return `${sayMonthAndDay(from, locale)} – ${sayMonthAndDay(to, locale)}`;
    }
    case 'areaPrefectures': {
      const found = listMunicipalities().find(({ prefecture }) => prefecture.code === value);
      return nameOf(found?.prefecture) ?? String(value);
    }
    default:
      return nameOf(findMunicipality(String(value))) ?? String(value);
  }
}

function sayMonthAndDay(monthAndDay: string, locale: Locale): string {
  const day = Temporal.PlainDate.from(`2000-${monthAndDay}`);
  return day.toLocaleString(localeFacts[locale].tag, { month: 'short', day: 'numeric' });
}
