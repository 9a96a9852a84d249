import type { Locale } from '../../../../platform/languages/locales.ts';
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
