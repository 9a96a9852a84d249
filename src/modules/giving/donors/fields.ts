import { z } from 'zod';
import { withoutDirections } from '../../../japanese/text.ts';
import { readTyped, showsSomething } from '../../../japanese/typed.ts';
import { nameText, text } from '../../../platform/web/form-fields.ts';

const inOneLine = (typed: string) => withoutDirections(typed).replace(/\s+/gu, ' ').trim();
const nothingIsNull = (typed: string) => (showsSomething(typed) ? typed : null);
const straightName = nameText(200).transform(inOneLine);

/** A donor's name, of a person or an organization. Refuses one that shows nothing. */
export const donorName = straightName.refine(showsSomething, { message: 'say_a_name' });

/** A name, or how it is read, that may stay empty; one that shows nothing is null. */
export const optionalName = straightName.transform(nothingIsNull);

/** A line that may stay empty; one that shows nothing is null. What breaks it is a space. */
export const optionalLine = (most: number) => text(most).transform(inOneLine).transform(nothingIsNull);

/** A mail address that may stay empty, as it is compared: in small letters. Refuses what can't be one. */
export const optionalMail = text(254)
  .transform((typed) => readTyped(typed).toLowerCase() || null)
  .refine((typed) => typed === null || z.email().safeParse(typed).success, {
    message: 'donor_mail_is_no_address',
  });
