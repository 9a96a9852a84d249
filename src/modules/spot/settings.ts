import { z } from 'zod';
import { hoursSetting, timeOfDay } from '../../kits/slots/index.ts';
import type { Setting } from '../../platform/settings/settings.ts';
import { MOST } from './types.ts';

/** What the organization decides about Spot, on top of its hours; administrators edit it in the browser. */
export const spotSettingsSchema = hoursSetting.schema.extend({
  mostMinutes: z.int().min(15).max(600).default(180),
  leastMinutes: z.int().min(15).max(600).default(30),
  /** Open days between the day of asking and the day of the visit; a coordinator may do with less. */
  noticeBusinessDays: z.int().min(0).max(30).default(3),
  /** How far ahead somebody can ask. */
  mostDaysAhead: z.int().min(7).max(365).default(90),
  /** More could be set once than the forms ever offered; that means all of them. */
  mostPossibleTimes: z.int().min(1).max(MOST.possibleTimes).catch(MOST.possibleTimes),
  /** Prefectures (JIS, two digits) whose municipalities are served. */
  areaPrefectures: z.array(z.string().regex(/^\d{2}$/)).default(['11', '12', '13', '14']),
  /** Single municipalities left out of the area, JIS codes. */
  areaExceptMunicipalities: z.array(z.string().regex(/^\d{5}$/)).default([]),
  /** Time kept free before and after a visit that somebody travels to. */
  travelBufferMinutes: z.int().min(0).max(240).default(30),
  /** How many volunteers are asked at once, and how often at the most. */
  waveSize: z.int().min(1).max(20).default(5),
  mostWaves: z.int().min(1).max(20).default(4),
  /** Level (CEFR as 1 to 6) that a volunteer needs for the task in the language used. */
  neededLevel: z.int().min(1).max(6).default(3),
  /** Nobody answered this long before the last possible time: a coordinator takes over. */
  unfilledBeforeHours: z.int().min(1).max(336).default(48),
  /** Nobody checked out this long after the planned end: a coordinator is told. */
  overdueAfterMinutes: z.int().min(5).max(720).default(30),
  /** Nobody has said whether a visit took place this long after its planned end: it is closed without knowing. */
  lapseAfterDays: z.int().min(3).max(365).default(14),
  /** Cancelling is free until this time on the day before. */
  freeCancellationUntil: timeOfDay.default('17:00'),
  /** Texts and photos are forgotten this long after a request's end. */
  forgetAfterDays: z.int().min(1).max(3650).default(90),
});

export type SpotSettings = z.output<typeof spotSettingsSchema>;

/** What stands until an administrator changes it: the reference organization's published rules. */
export const DEFAULT_SETTINGS: SpotSettings = spotSettingsSchema.parse({});

/** Its hours are the organization's: they are read with it, and kept by themselves. */
export const spotSetting: Setting<SpotSettings> = {
  subject: 'spot',
  schema: spotSettingsSchema,
  value: DEFAULT_SETTINGS,
  shared: hoursSetting,
};
