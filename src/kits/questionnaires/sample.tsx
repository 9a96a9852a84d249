import type { VNode } from 'preact';
import { Fields } from '../forms/index.ts';
import { defineQuestionnaire, type Version } from './questionnaire.ts';
import versions from './sample.json' with { type: 'json' };

const sample = defineQuestionnaire(versions as readonly Version[]);

/** Questions that stand in a file, as they are asked. */
export function QuestionsSample(): VNode {
  return <Fields of={sample.form} form={sample.form.begin({ often: 'weekly' })} />;
}
