import { lines } from '../../../kits/forms/index.ts';
import { defineQuestionnaire } from '../../../kits/questionnaires/index.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { storiesMessages } from '../words.ts';

/** What pairs and volunteers are asked when they tell of it; whoever tells leaves out what they like. */
const IDS = ['heard', 'joined', 'first', 'often', 'changed', 'hard', 'message'] as const;

const written = (...[name, schema, about]: Parameters<typeof lines<string, string>>) =>
  lines(name, schema, { ...about, aid: (locale) => localeFacts[locale].tag === 'ja' });

export const storyQuestions = defineQuestionnaire(
  storiesMessages,
  [
    {
      version: 1,
      questions: IDS.map((id) => ({
        id,
        kind: 'words' as const,
        label: `ask_${id}`,
        most: 1500,
        rows: 4,
        isOptional: true,
      })),
    },
  ],
  written,
);
