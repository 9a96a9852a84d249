import { z } from 'zod';
import type { Setting } from '../../platform/settings/settings.ts';

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const monthAndDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const isoDay = z.iso.date();

const hours = z.object({
  timeZone: z.string().default('Asia/Tokyo'),
  /** ISO weekdays on which the organization is open: 1 is Monday. */
  openWeekdays: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5, 6]),
  opensAt: timeOfDay.default('08:30'),
  closesAt: timeOfDay.default('18:00'),
  isClosedOnHolidays: z.boolean().default(true),
  /** Periods of every year, both ends included; one may run over New Year. */
  yearlyClosures: z
    .array(z.object({ from: monthAndDay, to: monthAndDay }))
    .default([{ from: '12-29', to: '01-03' }]),
  closedOn: z.array(isoDay).default([]),
  openOn: z.array(isoDay).default([]),
});

/** When the organization is open, whatever it does then. */
export type Hours = z.output<typeof hours>;

/** Opening hours and closures, set once for all programs. First value: the reference organization's published hours. */
export const hoursSetting: Setting<Hours> & { readonly schema: typeof hours } = {
  subject: 'hours',
  schema: hours,
  value: hours.parse({}),
};
