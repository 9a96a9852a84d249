import { defineForm, line, oneOf, pick } from '../../../kits/forms/index.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import { optionalNumber, requiredName } from '../form-fields.ts';
import { peopleMessages } from '../messages.ts';
import { RELATIONS } from '../types.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => `${index + 1}`);

/** Somebody who lives with the one who fills it in. */
export const memberForm = defineForm(peopleMessages, [
  line('name', requiredName(200, 'say_a_name'), { autocomplete: 'off' }),
  oneOf('relation', choice(RELATIONS, 'choose_who_it_is'), {
    choices: (locale) =>
      RELATIONS.map((value) => ({ value, label: peopleMessages.in(locale)(`relation_${value}`) })),
  }),
  line('birthYear', optionalNumber, {
    label: 'member_birth_year',
    hint: 'member_birth_hint',
    inputmode: 'numeric',
    width: 'short',
  }),
  pick(
    'birthMonth',
    optionalNumber.refine((month) => month === null || (month >= 1 && month <= 12), {
      message: 'value_does_not_fit',
    }),
    {
      label: 'member_birth_month',
      options: (locale) =>
        MONTHS.map((value) => ({ value, label: peopleMessages.in(locale).plain('month', { month: value }) })),
    },
  ),
]);
