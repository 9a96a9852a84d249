import type { VNode } from 'preact';
import { Composer, type Reader } from '../../modules/people/index.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import { Actions, Button, Form, FormErrors, PageHead } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';

/** The longest message, in characters. */
export const MOST_WORDS = 4000;

interface FirstMessageProps {
  readonly title: Words;
  readonly lead: Words;
  /** Where it is sent to. */
  readonly action: string;
  readonly back: { readonly href: string; readonly label: Words };
  /** Who will read it; nobody: the coordinators. */
  readonly readers?: readonly Reader[];
  readonly form: FormState;
}

/** The page on which a conversation is begun. */
export function FirstMessage(props: FirstMessageProps): VNode {
  const t = useWords(pageMessages);
  const { action, form, readers } = props;
  return (
    <>
      <PageHead title={props.title} lead={props.lead} back={props.back} />
      <FormErrors refusals={form.refusals} />
      <Form action={action} draft={`first-message-${action}`}>
        <Composer
          form={form}
          name="words"
          readers={readers}
          purpose="applying"
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
