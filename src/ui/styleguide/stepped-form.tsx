import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Button } from '../button/button.tsx';
import { ChoiceCards, ForChoice } from '../fields/choices.tsx';
import { TextArea } from '../fields/text-field.tsx';
import { Form } from '../form/form.tsx';
import { Step, Steps, StepsEnd } from '../steps/steps.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

const CATEGORIES = [
  'admin',
  'medical',
  'childcare',
  'education',
  'lifeline',
  'housing',
  'phone',
  'paper',
] as const;

/** Three steps of asking for help, with choice cards. */
export function SteppedForm(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="steps" title={words('steps')}>
      <Steps
        titles={[words('step_what'), words('step_when'), words('step_where'), words('step_send')]}
        current={2}
        label={words.plain('step_when')}
      />
      <Form action="/styleguide" idempotencyKey="sample" steps label={words.plain('steps')}>
        <Steps titles={[words('step_what'), words('step_where'), words('step_send')]} current={1} />
        <Step id="what" title={words('category_label')} lead={words('category_hint')} step={1} steps={3}>
          <Categories />
        </Step>
        <Step id="where" title={words('headline_3')} step={2} steps={3}>
          <ChoiceCards
            name="mode"
            label={words('where_label')}
            labelHidden
            choices={[
              { value: 'online', label: words('where_online'), picture: 'online' },
              { value: 'phone', label: words('where_phone'), picture: 'phone' },
              { value: 'place', label: words('where_place'), picture: 'place' },
            ]}
          />
        </Step>
        <Step id="tell" title={words('story_label')} step={3} steps={3}>
          <TextArea name="what_exactly" labelHidden label={words('story_label')} hint={words('story_hint')} />
          <StepsEnd>
            <Button kind="main">{words('send_request')}</Button>
          </StepsEnd>
        </Step>
      </Form>
    </Section>
  );
}

function Categories(): VNode {
  const words = useWords(sampleMessages);
  return (
    <>
      <ChoiceCards
        name="category"
        label={words('category_label')}
        labelHidden
        value="admin"
        choices={CATEGORIES.map((category) => ({
          value: category,
          label: words(`cat_${category}`),
          hint: words(`cat_${category}_hint`),
          picture: category,
        }))}
      />
      <ForChoice value="admin">
        <p>{words('story_hint')}</p>
      </ForChoice>
    </>
  );
}
