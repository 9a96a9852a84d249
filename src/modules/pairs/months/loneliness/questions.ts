import { z } from 'zod';
import { defineQuestionnaire, type Given } from '../../../../kits/questionnaires/index.ts';
import { pairsMessages } from '../../words.ts';

const FIVE = ['5', '4', '3', '2', '1'] as const;
const FOUR = ['4', '3', '2', '1'] as const;
const UCLA = ['companions', 'left_out', 'isolated'] as const;

/**
 * The direct question and the three of UCLA’s short form, in the wording of the government’s survey of loneliness
 * (孤独・孤立の実態把握に関する全国調査), so that results compare: in Easy Japanese only readings are added.
 */
export const lonelinessQuestions = defineQuestionnaire(pairsMessages, [
  {
    version: 1,
    questions: [
      {
        id: 'direct',
        kind: 'one',
        label: 'lonely_direct',
        options: FIVE.map((value) => ({ value, label: `lonely_how_often_${value}` })),
      },
      ...UCLA.map((id) => ({
        id,
        kind: 'one' as const,
        label: `lonely_${id}`,
        options: FOUR.map((value) => ({ value, label: `lonely_ucla_${value}` })),
      })),
    ],
  },
]);

const scale = z.coerce.number().int().min(1).max(4);
const answers = z.object({ companions: scale, left_out: scale, isolated: scale });

/** The sum of the three, 3 not lonely to 12; null where they were not all answered. */
export function sumOf(given: Given | null): number | null {
  const { data } = answers.safeParse(given?.answers);
  return data ? data.companions + data.left_out + data.isolated : null;
}
