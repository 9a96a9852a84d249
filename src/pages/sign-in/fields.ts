import { z } from 'zod';
import { showsSomething } from '../../japanese/typed.ts';
import { backPath } from '../../platform/sign-in/back-path.ts';

/** Where to go afterwards; a path of our own whatever is sent. */
export const backField = z.string().optional().transform(backPath);

/** Typed with any keyboard: full-width letters and spaces around are mended, not refused. */
export const emailField = z
  .string({ message: 'fill_this_in' })
  .transform((typed) => typed.normalize('NFKC').trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, 'fill_this_in')
      .max(254, 'email_is_not_complete')
      .pipe(z.email('email_is_not_complete')),
  );

/** Six digits, typed with any keyboard and any gaps. */
export const sixDigits = z
  .string({ message: 'fill_this_in' })
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[\s-]/g, ''))
  .refine((typed) => /^\d{6}$/.test(typed), { message: 'write_six_digits' });

/** A code of an app, or a recovery code. */
export const proofField = z
  .string({ message: 'fill_this_in' })
  .max(100, { message: 'authenticator_code_is_wrong' })
  .transform((typed) => typed.normalize('NFKC').replaceAll(/[\s-]/g, ''))
  .refine(showsSomething, { message: 'fill_this_in' });
