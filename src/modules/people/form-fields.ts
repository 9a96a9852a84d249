import type { z } from 'zod';
import { text } from '../../platform/web/form-fields.ts';

/** A line that may stay empty; empty is null. */
export function optionalText(most: number): z.ZodType<string | null, string | undefined> {
  return text(most).transform((typed) => (typed === '' ? null : typed));
}

/** A whole number that may stay empty; typed with any digits. The limits are checked by the rule it is for. */
export const optionalNumber: z.ZodType<number | null, string | undefined> = text(20)
  .transform((typed) => typed.normalize('NFKC'))
  .refine((typed) => /^\d{0,9}$/.test(typed), { message: 'write_a_whole_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));
