import { consent, defineForm, lines, oneOf, someOf } from '../../../../kits/forms/index.ts';
import { choice, choices, text } from '../../../../platform/web/form-fields.ts';
import { answersOf } from '../enrol/form.tsx';
import { CARE_KINDS, FOODS } from '../types.ts';
import { childrenMessages } from '../words.ts';

/** One thing to know of a child's health, with the consent that somebody may read it. */
export const careForm = defineForm(childrenMessages, [
  oneOf('kind', choice(CARE_KINDS, 'choose_one'), {
    label: 'care_kind',
    choices: answersOf('care', CARE_KINDS),
  }),
  someOf('foods', choices(FOODS), {
    label: 'care_foods',
    hint: 'care_foods_hint',
    choices: answersOf('food', FOODS),
  }),
  lines('what', text(500), { label: 'care_what', hint: 'care_what_hint', rows: 3, maxLength: 500 }),
  lines('whatToDo', text(500), { label: 'care_do', hint: 'care_do_hint', rows: 3, maxLength: 500 }),
  consent('isAgreed', 'agree_first', { label: 'care_agreed', hint: 'care_agreed_hint' }),
]);
