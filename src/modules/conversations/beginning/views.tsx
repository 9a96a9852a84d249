import type { VNode } from 'preact';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { Thing } from '../../../platform/thing.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import { Actions, Button, Form, FormErrors, Notice, PageHead } from '../../../ui/index.ts';
import { Composer, type Reader } from '../../people/index.ts';
import { MOST_WORDS } from '../types.ts';
import { conversationMessages } from '../words.ts';

interface FirstWordsProps {
  readonly title: Words;
  readonly lead: Words;
  /** Where it is sent to. */
  readonly action: string;
  readonly back: { readonly href: string; readonly label: Words };
  /** Who will read it; nobody: the coordinators. */
  readonly readers?: readonly Reader[];
  readonly purpose?: Thing['purpose'];
  readonly form: FormState;
}

/** The page on which a conversation is begun. */
export function FirstWordsPage({ title, lead, action, back, form, ...composer }: FirstWordsProps): VNode {
  const t = useWords(conversationMessages);
  return (
    <>
      <PageHead title={title} lead={lead} back={back} />
      <FormErrors refusals={form.refusals} />
      <Form action={action} draft={`first-message-${action}`}>
        <Composer
          {...composer}
          form={form}
          name="words"
          label={t('your_message')}
          maxLength={MOST_WORDS}
          rows={4}
        />
        <Actions>
          <Button kind="main">{t('send_message')}</Button>
        </Actions>
      </Form>
    </>
  );
}

/** For whoever comes before anybody can write. */
export function NotYetPage(props: { readonly words: Words }): VNode {
  const t = useWords(conversationMessages);
  return (
    <>
      <PageHead title={t('thread_title')} />
      <Notice tone="info">{props.words}</Notice>
    </>
  );
}
