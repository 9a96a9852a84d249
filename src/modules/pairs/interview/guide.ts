import { defineQuestionnaire } from '../../../kits/questionnaires/index.ts';
import { pairsStaffMessages } from '../words.ts';

const words = (id: string, rows = 2) =>
  ({ id, kind: 'words', label: `guide_${id}`, hint: `guide_${id}_hint`, rows, isOptional: true }) as const;

/** What a coordinator asks in the interview, in its order; what is noted is for staff alone. */
export const interviewGuide = defineQuestionnaire(pairsStaffMessages, [
  {
    version: 1,
    questions: [
      words('hopes', 3),
      words('meeting'),
      words('language'),
      words('home'),
      words('limits'),
      { id: 'rules', kind: 'yes', label: 'guide_rules' },
      words('matching', 3),
    ],
  },
]);
