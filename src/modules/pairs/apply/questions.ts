import { defineQuestionnaire } from '../../../kits/questionnaires/index.ts';
import { composed } from '../../people/index.ts';
import type { Side } from '../types.ts';
import { pairsMessages } from '../words.ts';

const CAREFUL = {
  id: 'careful',
  kind: 'words',
  label: 'careful',
  hint: 'careful_hint',
  rows: 3,
  isOptional: true,
} as const;
const HEARD = {
  id: 'heard',
  kind: 'one',
  label: 'heard',
  isOptional: true,
  options: ['friend', 'website', 'social', 'office', 'event', 'other'].map((value) => ({
    value,
    label: `heard_${value}`,
  })),
} as const;

/** What each side is asked in words of its own, beside what pairs are made by. */
export const applicationQuestions = {
  resident: defineQuestionnaire(
    pairsMessages,
    [
      {
        version: 1,
        questions: [
          { id: 'hopes', kind: 'words', label: 'hopes', hint: 'hopes_hint', rows: 4, isOptional: true },
          CAREFUL,
          {
            id: 'yearsHere',
            kind: 'one',
            label: 'years_here',
            isOptional: true,
            options: ['under_1', '1_to_3', '3_to_10', 'over_10'].map((value) => ({
              value,
              label: `years_${value}`,
            })),
          },
          HEARD,
        ],
      },
    ],
    composed,
  ),
  volunteer: defineQuestionnaire(
    pairsMessages,
    [
      {
        version: 1,
        questions: [
          { id: 'why', kind: 'words', label: 'why', hint: 'why_hint', rows: 4, missing: 'say_why' },
          {
            id: 'experience',
            kind: 'words',
            label: 'experience',
            hint: 'experience_hint',
            rows: 3,
            isOptional: true,
          },
          CAREFUL,
          HEARD,
        ],
      },
    ],
    composed,
  ),
} as const satisfies Readonly<Record<Side, unknown>>;
