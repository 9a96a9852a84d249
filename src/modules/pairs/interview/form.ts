import { defineForm, oneOf } from '../../../kits/forms/index.ts';
import { choice } from '../../../platform/web/form-fields.ts';
import { pairsStaffMessages } from '../words.ts';
import { interviewGuide } from './guide.ts';
import { INTERVIEW_OUTCOMES } from './types.ts';

const NEEDS = ['0', '1', '2', '3'] as const;

/** What a coordinator fills in after an interview: the guide's answers, how hard waiting is, and how it came out. */
export const interviewForm = defineForm(pairsStaffMessages, [
  ...interviewGuide.form.fields,
  oneOf('need', choice(NEEDS), {
    hint: 'need_hint',
    choices: (locale) =>
      NEEDS.map((value) => ({ value, label: pairsStaffMessages.in(locale)(`need_${value}`) })),
  }),
  oneOf('outcome', choice(INTERVIEW_OUTCOMES, 'choose_an_outcome'), {
    choices: (locale) =>
      INTERVIEW_OUTCOMES.map((value) => ({
        value,
        label: pairsStaffMessages.in(locale)(`outcome_${value}`),
      })),
  }),
]);
