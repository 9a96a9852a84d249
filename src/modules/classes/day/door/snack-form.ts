import { defineForm, line, someOf } from '../../../../kits/forms/index.ts';
import { choices, requiredText } from '../../../../platform/web/form-fields.ts';
import { FOODS } from '../../children/types.ts';
import { childrenMessages } from '../../children/words.ts';
import { dayMessages } from '../words.ts';

/** Something to eat, with what its package says. */
export const snackForm = defineForm(dayMessages, [
  line('snackName', requiredText(100, 'say_what_it_is'), { hint: 'snack_name_hint' }),
  someOf('snackFoods', choices(FOODS), {
    hint: 'snack_foods_hint',
    choices: (locale) =>
      FOODS.map((food) => ({ value: food, label: childrenMessages.in(locale)(`food_${food}`) })),
  }),
]);
