import type { VNode } from 'preact';
import { defineMessages } from '../../platform/languages/messages.tsx';
import { Fields } from '../forms/index.ts';
import en from './messages/en.json' with { type: 'json' };
import ja from './messages/ja.json' with { type: 'json' };
import jaEasy from './messages/ja-easy.json' with { type: 'json' };
import zhHans from './messages/zh-Hans.json' with { type: 'json' };
import { defineQuestionnaire } from './questionnaire.ts';

const sampleMessages = defineMessages({ ja, 'ja-easy': jaEasy, en, 'zh-Hans': zhHans });

const sample = defineQuestionnaire(sampleMessages, [
  {
    version: 1,
    questions: [
      {
        id: 'often',
        kind: 'one',
        label: 'sample_often',
        options: [
          { value: 'weekly', label: 'sample_weekly' },
          { value: 'monthly', label: 'sample_monthly' },
        ],
      },
      { id: 'wish', kind: 'words', label: 'sample_wish', most: 300, isOptional: true },
    ],
  },
]);

/** Questions that are data, as they are asked. */
export function QuestionsSample(): VNode {
  return <Fields of={sample.form} form={sample.form.begin({ often: 'weekly' })} />;
}
