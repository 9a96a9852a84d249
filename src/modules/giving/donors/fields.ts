import { z } from 'zod';
import { withoutDirections } from '../../../japanese/text.ts';
import { readTyped, showsSomething } from '../../../japanese/typed.ts';
import { text } from '../../../platform/web/form-fields.ts';

/** One line: what breaks it is a space. */
const oneLine = (most: number) =>
  text(most).transform((typed) => withoutDirections(typed).replace(/\s+/gu, ' ').trim());

/** A donor's name, of a person or an organization. Refuses one that shows nothing. */
export const donorName = oneLine(200).refine(showsSomething, { message: 'say_a_name' });

/** A line that may stay empty; one that shows nothing is null. */
export const optionalLine = (most: number) =>
  oneLine(most).transform((typed) => (showsSomething(typed) ? typed : null));

/** A mail address that may stay empty, as it is compared: in small letters. Refuses what can't be one. */
export const optionalMail = text(254)
  .transform((typed) => readTyped(typed).toLowerCase() || null)
  .refine((typed) => typed === null || z.email().safeParse(typed).success, {
    message: 'donor_mail_is_no_address',
  });
