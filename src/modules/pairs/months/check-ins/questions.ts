import { z } from 'zod';
import { defineQuestionnaire, type Given } from '../../../../kits/questionnaires/index.ts';
import { composed } from '../../../people/index.ts';
import { pairsMessages } from '../../words.ts';
import { type Said, WORRIES } from '../rules/check-ins.ts';

const FEELINGS = ['5', '4', '3', '2', '1'] as const;
const CONTACTS = ['3', '2', '1', '0'] as const;
const HARDER = ['time', 'words', 'distance', 'expectations', 'family', 'ideas'] as const;

const FIVE = [
  {
    id: 'feeling',
    kind: 'one',
    label: 'feeling',
    options: FEELINGS.map((value) => ({ value, label: `feeling_${value}` })),
  },
  {
    id: 'contact',
    kind: 'one',
    label: 'contact',
    options: CONTACTS.map((value) => ({ value, label: `contact_${value}` })),
  },
  { id: 'wantsCoordinator', kind: 'yes', label: 'wants_coordinator' },
  {
    id: 'worries',
    kind: 'some',
    label: 'worries',
    hint: 'worries_hint',
    isOptional: true,
    options: WORRIES.map((value) => ({ value, label: `worry_${value}` })),
  },
  {
    id: 'words',
    kind: 'words',
    label: 'check_in_words',
    hint: 'check_in_words_hint',
    rows: 3,
    isOptional: true,
  },
] as const;

/** What each side is asked at the end of a month. */
export const checkInQuestions = defineQuestionnaire(
  pairsMessages,
  [{ version: 1, questions: FIVE }],
  composed,
);

/** The same with one question more, for a side with which it goes less well than before. */
export const deeperQuestions = defineQuestionnaire(
  pairsMessages,
  [
    {
      version: 1,
      questions: [
        ...FIVE.slice(0, 2),
        {
          id: 'harder',
          kind: 'some',
          label: 'harder',
          isOptional: true,
          options: HARDER.map((value) => ({ value, label: `harder_${value}` })),
        },
        ...FIVE.slice(2),
      ],
    },
  ],
  composed,
);

export const questionsOf = ({ isDeeper }: { readonly isDeeper: boolean }) =>
  isDeeper ? deeperQuestions : checkInQuestions;

const answers = z.object({
  feeling: z.coerce.number().int().min(1).max(5),
  contact: z.coerce.number().int().min(0).max(3),
  wantsCoordinator: z.boolean().default(false),
  worries: z.array(z.enum(WORRIES)).default([]),
  words: z.string().default(''),
});

/** What is judged by of a check-in's answers; null where they are none. */
export function readSaid(given: Given | null): (Said & { readonly words: string }) | null {
  return answers.safeParse(given?.answers).data ?? null;
}
