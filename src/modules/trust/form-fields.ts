import type { z } from 'zod';
import { day, text } from '../../platform/web/form-fields.ts';

/** A day that may stay empty; empty is null. */
export const optionalDay: z.ZodType<Temporal.PlainDate | null, string | undefined> = text(40).transform(
  (typed, context) => {
    if (typed === '') return null;
    const read = day.safeParse(typed);
    if (read.success) return read.data;
    context.addIssue({ code: 'custom', message: 'day_does_not_exist' });
    return null;
  },
);

/** A time of day as `<input type=time>` sends it. */
export const timeOfDay: z.ZodType<Temporal.PlainTime, string | undefined> = text(8).transform(
  (typed, context) => {
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) return Temporal.PlainTime.from(typed);
    context.addIssue({ code: 'custom', message: typed === '' ? 'fill_this_in' : 'time_does_not_exist' });
    return Temporal.PlainTime.from('00:00');
  },
);
