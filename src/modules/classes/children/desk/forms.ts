import { showsSomething } from '../../../../japanese/typed.ts';
import { defineForm, line, lines, oneOf } from '../../../../kits/forms/index.ts';
import { choice, nameText, requiredText, text } from '../../../../platform/web/form-fields.ts';
import { answersOf, optionalPhone } from '../enrol/form.tsx';
import { optionalDay } from '../fetch/form.ts';
import { RELATIONS } from '../types.ts';
import { childrenMessages, childrenStaffMessages } from '../words.ts';

/** Somebody to whom a child is not handed over. */
export const barForm = defineForm(childrenStaffMessages, [
  line('barred', nameText(80).refine(showsSomething, { message: 'say_a_name' }), {
    label: 'bar_name',
    hint: 'bar_name_hint',
    autocomplete: 'off',
  }),
  line('looks', text(200), { label: 'bar_looks' }),
  lines('reason', requiredText(500), { label: 'bar_reason', rows: 3, maxLength: 500 }),
  line('source', requiredText(200), { label: 'bar_source', hint: 'bar_source_hint' }),
  line('call', requiredText(100), { label: 'bar_call', hint: 'bar_call_hint' }),
  line('untilOn', optionalDay, { label: 'bar_until', hint: 'bar_until_hint', type: 'date', width: 'medium' }),
]);

/** A further guardian, who has an account. */
export const guardianForm = defineForm(
  [childrenStaffMessages, childrenMessages],
  [
    line('email', requiredText(254), {
      label: 'guardian_email',
      type: 'email',
      autocomplete: 'off',
      under: 'add_guardian',
    }),
    line('guardian', nameText(80).refine(showsSomething, { message: 'say_a_name' }), {
      label: 'guardian_name',
      autocomplete: 'off',
    }),
    oneOf('relation', choice(RELATIONS, 'choose_one'), {
      label: 'fetcher_relation',
      choices: answersOf('relation', RELATIONS),
    }),
    line('phone', optionalPhone, {
      label: 'fetcher_phone',
      type: 'tel',
      autocomplete: 'off',
      width: 'medium',
    }),
  ],
);
