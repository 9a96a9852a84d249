import { listTowns } from '../../../japanese/places.ts';
import { readTyped } from '../../../japanese/typed.ts';
import { consent, defineForm, line, oneOf, pick } from '../../../kits/forms/index.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { isMailAddress } from '../../../platform/mail/address.ts';
import { choice, requiredText, text } from '../../../platform/web/form-fields.ts';
import { TextField } from '../../../ui/index.ts';
import { requiredName } from '../form-fields.ts';
import { peopleMessages, peopleStaffMessages } from '../messages.ts';
import { listMunicipalityChoices } from '../place/views.tsx';
import { mailLanguages } from '../profile/form.tsx';

const catalogs = [peopleMessages, peopleStaffMessages];

/** Who has called: what a coordinator needs to call back and to speak with them. */
export const callerForm = defineForm(catalogs, [
  line('name', requiredName(200, 'fill_this_in'), { hint: 'entering_name_hint', autocomplete: 'off' }),
  line('phone', requiredText(40), { type: 'tel', autocomplete: 'off', width: 'medium' }),
  oneOf('locale', choice(LOCALES), { label: 'entering_language', choices: () => mailLanguages }),
  pick('place.municipality', text(5), {
    label: 'entering_municipality',
    options: listMunicipalityChoices,
  }),
  {
    ...line('place.town', text(100), { label: 'entering_town' }),
    draw: ({ field, form }) => (
      <TextField {...field} suggestions={listTowns(form.value('place.municipality')).map(suggest)} />
    ),
  },
  consent('agreed', 'say_that_they_agreed', { label: 'entering_agreed' }),
]);

const suggest = ({ name }: { readonly name: string }) => ({ value: name, label: name });

/** An address for somebody who had none. */
export const addressForm = defineForm(catalogs, [
  line(
    'email',
    text(254)
      .transform((typed) => readTyped(typed).toLowerCase())
      .refine(isMailAddress, { message: 'email_is_not_complete' }),
    { type: 'email', autocomplete: 'off' },
  ),
  consent('agreed', 'say_that_they_agreed', { label: 'address_agreed' }),
]);
