import type { z } from 'zod';
import { text } from '../../platform/web/form-fields.ts';

/** A time of day for what is told late; empty is null: it is now. */
export const optionalTime: z.ZodType<Temporal.PlainTime | null, string | undefined> = text(8).transform(
  (typed, context) => {
    if (typed === '') return null;
    if (/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) return Temporal.PlainTime.from(typed);
    context.addIssue({ code: 'custom', message: 'time_does_not_exist' });
    return null;
  },
);
