import { defineQuestionnaire, type Given } from '../../../kits/questionnaires/index.ts';
import { composed } from '../../people/index.ts';
import { eventsMessages } from '../words.ts';

export const MOODS = ['very_good', 'good', 'so_so', 'not_good'] as const;
export type Mood = (typeof MOODS)[number];

export const UNDERSTOOD = ['all', 'most', 'little'] as const;
export type Understood = (typeof UNDERSTOOD)[number];

/** What those are asked afterwards who had seats: two presses, and words for whoever has some. */
export const surveyQuestions = defineQuestionnaire(
  eventsMessages,
  [
    {
      version: 1,
      questions: [
        {
          id: 'mood',
          kind: 'one',
          label: 'survey_mood',
          options: MOODS.map((value) => ({ value, label: `mood_${value}` })),
        },
        {
          id: 'understood',
          kind: 'one',
          label: 'survey_understood',
          options: UNDERSTOOD.map((value) => ({ value, label: `understood_${value}` })),
        },
        {
          id: 'words',
          kind: 'words',
          label: 'survey_words',
          hint: 'survey_words_hint',
          rows: 4,
          isOptional: true,
        },
      ],
    },
  ],
  composed,
);

/** An answer of version 1, as the house counts and shows it. */
export interface Said {
  readonly mood: Mood | null;
  readonly understood: Understood | null;
  /** Empty: none. */
  readonly words: string;
}

/** What was answered, whatever else a later version may have asked. */
export function readSaid({ answers }: Given): Said {
  const oneOf = <T extends string>(all: readonly T[], value: unknown) =>
    all.find((one) => one === value) ?? null;
  return {
    mood: oneOf(MOODS, answers['mood']),
    understood: oneOf(UNDERSTOOD, answers['understood']),
    words: typeof answers['words'] === 'string' ? answers['words'] : '',
  };
}
