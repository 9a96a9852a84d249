import type { VNode } from 'preact';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, Form, Heading, Notice, OwnWords, TextArea } from '../../../ui/index.ts';
import type { Advice } from '../afterwards/store.ts';
import { consultationPaths } from '../paths.ts';
import { consultationMessages } from '../words.ts';

export const MOST_LETTERS = 4000;

interface Props {
  readonly draft: Advice | null;
  readonly token: string;
  readonly form: FormState;
}

/** Advice before it is given, and a line to the coordinator. */
export function Working({ draft, token, form }: Props): VNode {
  const t = useWords(consultationMessages);
  const { dayTime } = useFormats();
  const at = consultationPaths.expertReferral({ token });
  return (
    <section>
      {draft && (
        <>
          <Heading level={2}>{t('expert_reading_title')}</Heading>
          <OwnWords as="p">{draft.japanese}</OwnWords>
          {draft.readAt ? (
            <Notice>{t('expert_read_on', { when: dayTime(draft.readAt) })}</Notice>
          ) : (
            <>
              <p>{t('expert_reading_text')}</p>
              <Actions>
                <ActionForm
                  id="reading"
                  action={`${at}/reading`}
                  hidden={{ writtenAt: String(draft.writtenAt.epochMilliseconds) }}
                  kind="main"
                >
                  {t('expert_reading_go')}
                </ActionForm>
              </Actions>
            </>
          )}
        </>
      )}
      <Heading level={2}>{t('expert_note_title')}</Heading>
      <Form action={`${at}/notes`} label={t.plain('expert_note_title')}>
        <TextArea
          {...form.field('note')}
          label={t('expert_note')}
          hint={t('expert_note_hint')}
          rows={4}
          maxLength={MOST_LETTERS}
        />
        <Actions>
          <Button>{t('expert_note_go')}</Button>
        </Actions>
      </Form>
    </section>
  );
}
