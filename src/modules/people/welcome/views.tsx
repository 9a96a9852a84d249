import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  ChoiceCards,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Radios,
  TextField,
} from '../../../ui/index.ts';
import { peopleMessages } from '../messages.ts';
import { mailLanguages } from '../profile/views.tsx';
import type { Wish } from './commands.ts';

/** The first page after signing in for the first time: a few questions, then everything is open. */
export function WelcomePage(props: {
  form: FormState;
  /** Whether what they had filled in before signing in waits for them. */
  isFormKept: boolean;
  /** Why they have come; null: to be asked. */
  wish: Wish | null;
}): VNode {
  const words = useWords(peopleMessages);
  const { form } = props;
  return (
    <>
      <PageHead title={words('welcome_title')} lead={words('welcome_lead')} />
      <FormErrors refusals={form.refusals} />
      {props.isFormKept && <Notice tone="info">{words('welcome_kept')}</Notice>}
      <Form
        action="/welcome"
        hidden={{ back: form.value('back'), ...(props.wish && { wish: props.wish }) }}
        idempotencyKey={form.value('idempotency_key') || undefined}
      >
        <TextField
          {...form.field('name')}
          label={words('name')}
          hint={words('name_hint')}
          autocomplete="name"
        />
        {props.wish === null && <WishChoice form={form} />}
        <TextField
          {...form.field('phone')}
          label={words('phone')}
          hint={words('welcome_phone_hint')}
          type="tel"
          autocomplete="tel"
          width="medium"
          optional
        />
        <Radios
          {...form.field('mail_language')}
          label={words('mail_language')}
          hint={words('mail_language_hint')}
          choices={mailLanguages}
        />
        <Actions>
          <Button kind="main">{words('welcome_go')}</Button>
        </Actions>
      </Form>
    </>
  );
}

function WishChoice({ form }: { form: FormState }): VNode {
  const words = useWords(peopleMessages);
  return (
    <ChoiceCards
      {...form.field('wish')}
      label={words('wish')}
      choices={[
        {
          value: 'be_helped',
          label: words('wish_be_helped'),
          hint: words('wish_be_helped_hint'),
          picture: 'paper',
        },
        { value: 'help', label: words('wish_help'), hint: words('wish_help_hint'), picture: 'doors' },
        { value: 'both', label: words('wish_both'), picture: 'tea' },
      ]}
    />
  );
}
