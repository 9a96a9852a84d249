import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, Card, Checkbox, Form, Notice, OwnWords, Radios } from '../../../ui/index.ts';
import { Composer, type Reader } from '../../people/index.ts';
import { spotPaths } from '../paths.ts';
import { MOST, SOLUTIONS, type VisitFeedback } from '../types.ts';
import { spotMessages } from '../words.ts';

/** How was it? Solved, partly, not; thanks; anything that worried them goes to the coordinators at once. */
export function FeedbackForm(props: {
  requestId: string;
  /** Whoever came: they read the thanks. */
  readers: readonly Reader[];
  form: FormState;
}): VNode {
  const t = useWords(spotMessages);
  const { form } = props;
  return (
    <Card title={t('feedback_title')} accent level={2}>
      <p>{t('next_visited')}</p>
      <Form action={spotPaths.requestFeedback({ id: props.requestId })} draft={`feedback-${props.requestId}`}>
        <Radios
          {...form.field('solution')}
          label={t('solution_label')}
          choices={SOLUTIONS.map((solution) => ({ value: solution, label: t(`solution_${solution}`) }))}
        />
        <Composer
          form={form}
          name="thanksWords"
          readers={props.readers}
          label={t('thanks_label')}
          hint={t('thanks_hint')}
          maxLength={MOST.reportWords}
          rows={3}
          optional
        />
        <Checkbox
          name="isUnsafe"
          label={t('unsafe_label')}
          hint={t('unsafe_hint')}
          checked={form.value('isUnsafe') !== ''}
          optional
        />
        <div class="only-if-ticked">
          <Composer
            form={form}
            name="unsafeWords"
            label={t('unsafe_words_label')}
            hint={t('unsafe_words_hint')}
            maxLength={MOST.reportWords}
            rows={3}
            optional
          />
        </div>
        <Actions>
          <Button kind="main">{t('send_feedback')}</Button>
        </Actions>
      </Form>
    </Card>
  );
}

/** What they said, and what the volunteer learned from them. */
export function FeedbackGiven(props: { feedback: VisitFeedback; learned: string | null }): VNode {
  const t = useWords(spotMessages);
  return (
    <Card title={t('feedback_title')} level={2}>
      <p>
        {t('solution_label')} · <strong>{t(`solution_${props.feedback.solution}`)}</strong>
      </p>
      {props.feedback.thanksWords && <OwnWords as="p">{props.feedback.thanksWords}</OwnWords>}
      {props.feedback.isUnsafe && <Notice tone="info">{t('coordinators_know_what_worried_you')}</Notice>}
      {props.learned && (
        <>
          <h3>{t('volunteer_learned')}</h3>
          <OwnWords as="p">{props.learned}</OwnWords>
        </>
      )}
    </Card>
  );
}
