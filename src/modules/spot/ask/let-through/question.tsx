import type { VNode } from 'preact';
import { ActForm } from '../../../../kits/acts/index.ts';
import { NextStep } from '../../../../kits/scenes/index.ts';
import { useWords } from '../../../../platform/languages/reading.tsx';
import { Link, OwnWords } from '../../../../ui/index.ts';
import { conversationsPaths } from '../../../conversations/index.ts';
import { Composer } from '../../../people/index.ts';
import { requestForms } from '../../request/forms.ts';
import type { RequestProps, RequestScene } from '../../request/scene.ts';
import { shownOf } from '../../sent.ts';
import { MOST } from '../../types.ts';
import { spotMessages } from '../../words.ts';

/** What a coordinator asks, and the answer in the card that asks it. */
export function Question(props: RequestProps & { question: NonNullable<RequestScene['question']> }): VNode {
  const t = useWords(spotMessages);
  const { question, form } = props;
  return (
    <NextStep title={t('question_title')}>
      <OwnWords as="blockquote">{question.words}</OwnWords>
      <ActForm table={requestForms} act="answer" of={shownOf(props)} kind="main" button={t('send_answer')}>
        <Composer
          form={form}
          name="answerWords"
          label={t('answer_label')}
          hint={t('next_asked_back')}
          maxLength={MOST.reportWords}
          rows={3}
        />
      </ActForm>
      <p>
        <Link href={conversationsPaths.conversation({ id: question.threadId })}>
          {t('see_whole_conversation')}
        </Link>
      </p>
    </NextStep>
  );
}
