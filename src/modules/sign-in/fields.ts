import { z } from 'zod';
import { readTyped, showsSomething } from '../../japanese/typed.ts';
import { isMailAddress } from '../../platform/mail/address.ts';
import { backPath } from '../../platform/web/passage/back-path.ts';

/** Where to go afterwards; a path of our own whatever is sent. */
export const backField = z.string().optional().transform(backPath);

/** Typed with any keyboard or copied: what nobody sees, full-width letters and a Japanese full stop are mended, not refused. */
export const emailField = z
  .string({ message: 'email_is_not_complete' })
  .transform((typed) => readTyped(typed).replaceAll('。', '.').toLowerCase())
  .pipe(z.string().refine(isMailAddress, { message: 'email_is_not_complete' }));

/** Six digits of any script, typed with any keyboard and any gaps. */
export const sixDigits = z
  .string({ message: 'fill_this_in' })
  .transform(readCode)
  .refine((typed) => /^\d{6}$/.test(typed), { message: 'write_six_digits' });

/** A code of an app, or a recovery code. */
export const proofField = z
  .string({ message: 'fill_this_in' })
  .max(100, { message: 'authenticator_code_is_wrong' })
  .transform(readCode)
  .refine(showsSomething, { message: 'fill_this_in' });

function readCode(typed: string): string {
  return readTyped(typed).replaceAll(/[\s-]/g, '');
}
