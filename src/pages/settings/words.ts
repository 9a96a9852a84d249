import { snake } from '../../kits/forms/index.ts';
import { defineStaffMessages } from '../../platform/languages/messages.tsx';
import en from './messages/staff.en.json' with { type: 'json' };
import ja from './messages/staff.ja.json' with { type: 'json' };

/** The words of the screens on which administrators set what holds for the organization. */
export const settingsMessages = defineStaffMessages({ ja, en });
export type SettingsKey = Extract<keyof typeof en, string>;

/** What stands around a reading; as values, so that a sentence can show them. */
export const MARKS = { open: '《', close: '》' };

/** The keys of the words for a field of a setting: what it is called, and what it does. */
export const fieldKey = (name: string) => `field_${snake(name)}` as SettingsKey;
export const aboutKey = (name: string) => `about_${snake(name)}` as SettingsKey;

/** The key of the name of one of our languages. */
export const languageKey = (locale: string) =>
  `language_${locale.toLowerCase().replace('-', '_')}` as SettingsKey;
