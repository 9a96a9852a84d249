import { z } from 'zod';
import { defineQuestionnaire, type Given } from '../../../../kits/questionnaires/index.ts';
import { pairsMessages } from '../../words.ts';

const FIVE = ['5', '4', '3', '2', '1'] as const;
const FOUR = ['4', '3', '2', '1'] as const;

/** @param leftOut how the second of the three is named among the fields */
const asking = (version: number, leftOut: 'left_out' | 'leftOut') => ({
  version,
  questions: [
    {
      id: 'direct',
      kind: 'one' as const,
      label: 'lonely_direct' as const,
      options: FIVE.map((value) => ({ value, label: `lonely_how_often_${value}` as const })),
    },
    ...(
      [
        ['companions', 'lonely_companions'],
        [leftOut, 'lonely_left_out'],
        ['isolated', 'lonely_isolated'],
      ] as const
    ).map(([id, label]) => ({
      id,
      kind: 'one' as const,
      label,
      options: FOUR.map((value) => ({ value, label: `lonely_ucla_${value}` as const })),
    })),
  ],
});

/**
 * The direct question and the three of UCLA’s short form, in the wording of the government’s survey of loneliness
 * (孤独・孤立の実態把握に関する全国調査), so that results compare: in Easy Japanese only readings are added.
 */
export const lonelinessQuestions = defineQuestionnaire(pairsMessages, [
  asking(1, 'left_out'),
  asking(2, 'leftOut'),
]);

/** Said instead of an answer: sealed it is as long as one, so that nothing shows who did not wish to be asked. */
export const NO: Given = {
  version: 2,
  answers: { direct: '0', companions: '0', leftOut: '0', isolated: '0' },
};

export const isNo = ({ answers }: Given): boolean =>
  answers['direct'] === NO.answers['direct'] || Object.keys(answers).length === 0;

const scale = z.coerce.number().int().min(1).max(4);
const answers = z.intersection(
  z.object({ companions: scale, isolated: scale }),
  z.union([
    z.object({ leftOut: scale }),
    z.object({ left_out: scale }).transform(({ left_out: leftOut }) => ({ leftOut })),
  ]),
);

/** The sum of the three, 3 not lonely to 12; null where they were not all answered. */
export function sumOf(given: Given | null): number | null {
  const { data } = answers.safeParse(given?.answers);
  return data ? data.companions + data.leftOut + data.isolated : null;
}
