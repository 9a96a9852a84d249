import type { Formats } from '../../platform/languages/formats.tsx';
import { defineMessages, type Words } from '../../platform/languages/messages.tsx';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import type { SpotSettings } from './settings.ts';
import type { LanguageTask, PlaceKind } from './types.ts';

/** Spot's words for everybody: the resident's screens, and the refusals of all acts. */
export const spotMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });
export type SpotKey = Extract<keyof typeof en, string>;

const WEEKS: Readonly<Record<string, string>> = {
  '12345': 'mon_fri',
  '123456': 'mon_sat',
  '1234567': 'every_day',
};

/** Opening days and hours, as sentences about them take them. */
export function openingOf(
  settings: SpotSettings,
  formats: Formats,
): Record<'weekdays' | 'opens' | 'closes' | 'holidays', Words> {
  return {
    weekdays: WEEKS[settings.openWeekdays.toSorted().join('')] ?? 'other',
    opens: formats.clock(settings.opensAt),
    closes: formats.clock(settings.closesAt),
    holidays: settings.isClosedOnHolidays ? 'closed' : 'open',
  };
}

/** What a task is called: nobody goes along on the telephone or online. */
export function taskKey(task: LanguageTask, placeKind: PlaceKind): SpotKey {
  return task === 'speak' && placeKind !== 'place' ? 'needs_speak_from_afar' : `needs_${task}`;
}
