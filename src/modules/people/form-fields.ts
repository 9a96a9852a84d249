import type { z } from 'zod';
import { readTyped, showsSomething } from '../../japanese/typed.ts';
import { nameText, text } from '../../platform/web/form-fields.ts';

/** A line that may stay empty; one that shows nothing is null. */
export function optionalText(most: number): z.ZodType<string | null, string | undefined> {
  return text(most).transform((typed) => (showsSomething(typed) ? typed : null));
}

/** A name: shows something and runs straight; whose it is, `refuseBorrowedNames` asks. @param code said when nothing was typed */
export function requiredName(most: number, code: string): z.ZodType<string, string | undefined> {
  return nameText(most).refine(showsSomething, { message: code });
}

/** A name that may stay empty; empty is null, and so is what nobody sees. */
export function optionalName(most: number): z.ZodType<string | null, string | undefined> {
  return nameText(most).transform((name) => (showsSomething(name) ? name : null));
}

/** A whole number that may stay empty; typed with any digits. The limits are checked by the rule it is for. */
export const optionalNumber: z.ZodType<number | null, string | undefined> = text(20)
  .transform(readTyped)
  .refine((typed) => /^\d{0,9}$/.test(typed), { message: 'write_a_whole_number' })
  .transform((typed) => (typed === '' ? null : Number(typed)));
