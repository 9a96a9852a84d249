import { defineQuestionnaire } from '../../../kits/questionnaires/index.ts';
import { composed } from '../../people/index.ts';
import { trustMessages } from '../messages.ts';
import { HELP_KINDS } from '../types.ts';

/** What is asked of whoever wants to help; languages, place and times are asked on the reader's own pages. */
export const applicationQuestions = defineQuestionnaire(
  trustMessages,
  [
    {
      version: 1,
      questions: [
        {
          id: 'motivation',
          kind: 'words',
          label: 'motivation',
          hint: 'motivation_hint',
          missing: 'say_why_you_want_to_help',
        },
        {
          id: 'helpWith',
          kind: 'some',
          label: 'help_with',
          hint: 'help_with_hint',
          missing: 'choose_at_least_one',
          options: HELP_KINDS.map((value) => ({ value, label: `help_${value}` })),
        },
        {
          id: 'experience',
          kind: 'words',
          label: 'experience',
          hint: 'experience_hint',
          rows: 4,
          isOptional: true,
        },
      ],
    },
  ],
  composed,
);
