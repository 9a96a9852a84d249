import { defineForm, someOf } from '../../../kits/forms/index.ts';
import { choices } from '../../../platform/web/form-fields.ts';
import { pairsMessages } from '../words.ts';
import { PLEDGE_LINES } from './choices.ts';

/** What everybody in a pair promises, ticked line by line; all of them have to be. */
export const pledgeForm = defineForm(pairsMessages, [
  someOf(
    'pledge',
    choices(PLEDGE_LINES).refine((ticked) => ticked.length === PLEDGE_LINES.length, {
      message: 'promise_each_line',
    }),
    {
      label: 'pledge_lines',
      hint: 'pledge_lead',
      areSentences: true,
      choices: (locale) =>
        PLEDGE_LINES.map((value) => ({ value, label: pairsMessages.in(locale)(`pledge_${value}`) })),
    },
  ),
]);
