import { showsSomething } from '../../../../japanese/typed.ts';
import { defineForm, line, oneOf } from '../../../../kits/forms/index.ts';
import { choice, day, nameText, text } from '../../../../platform/web/form-fields.ts';
import { answersOf, optionalPhone } from '../enrol/form.tsx';
import { HOW_LONG } from '../rules/span.ts';
import { RELATIONS } from '../types.ts';
import { childrenMessages } from '../words.ts';

/** A day that may stay empty, as it was typed. */
export const optionalDay = text(10).refine((typed) => typed === '' || day.safeParse(typed).success, {
  message: 'choose_a_day',
});

/** Somebody whom a guardian lets fetch the child. */
export const fetcherForm = defineForm(childrenMessages, [
  line('name', nameText(80).refine(showsSomething, { message: 'say_a_name' }), {
    label: 'fetcher_name',
    hint: 'fetcher_name_hint',
    autocomplete: 'off',
  }),
  oneOf('relation', choice(RELATIONS, 'choose_one'), {
    label: 'fetcher_relation',
    choices: answersOf('relation', RELATIONS),
  }),
  line('phone', optionalPhone, { label: 'fetcher_phone', type: 'tel', autocomplete: 'off', width: 'medium' }),
  oneOf('howLong', choice(HOW_LONG, 'choose_one'), {
    label: 'fetcher_how_long',
    choices: (locale) =>
      HOW_LONG.map((value) => ({ value, label: childrenMessages.in(locale)(`how_long_${value}`) })),
  }),
  line('onDay', optionalDay, {
    label: 'fetcher_day',
    hint: 'fetcher_day_hint',
    type: 'date',
    width: 'medium',
  }),
]);
