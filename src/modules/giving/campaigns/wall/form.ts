import { readTyped, showsSomething } from '../../../../japanese/typed.ts';
import { defineForm, line } from '../../../../kits/forms/index.ts';
import { isMailAddress } from '../../../../platform/mail/address.ts';
import { nameText, text } from '../../../../platform/web/form-fields.ts';
import { givingMessages } from '../../words.ts';

const MOST_OF_NAME = 60;

/** By which name somebody would like to be thanked, and under which address they have given. */
export const wallForm = defineForm(givingMessages, [
  line(
    'wallName',
    nameText(MOST_OF_NAME)
      .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim())
      .refine(showsSomething, { message: 'fill_this_in' }),
    { label: 'wall_name', hint: 'wall_name_hint', maxLength: MOST_OF_NAME, autocomplete: 'off' },
  ),
  line(
    'email',
    text(254)
      .transform((typed) => readTyped(typed).replaceAll('。', '.').toLowerCase())
      .refine(isMailAddress, { message: 'write_a_mail_address' }),
    { label: 'wall_email', hint: 'wall_email_hint', type: 'email', autocomplete: 'email' },
  ),
]);
