import type { VNode } from 'preact';
import { useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import { ActionForm, Actions, Button, Disclosure, Form, Heading, TextField } from '../../../ui/index.ts';
import { trustMessages } from '../messages.ts';
import type { Standing } from '../types.ts';

interface PauseProps {
  standing: Standing;
  form: FormState;
  tomorrow: string;
}

/** A rest from volunteering, coming back, and stopping. Nothing for somebody who hasn't applied. */
export function PauseAndLeave(props: PauseProps): VNode | null {
  const words = useWords(trustMessages);
  const { standing } = props;
  const state = standing.application?.state;
  if (state === 'submitted') {
    return (
      <ActionForm action="/volunteering/leaving" confirm={words('withdraw_confirm')}>
        {words('withdraw_application')}
      </ActionForm>
    );
  }
  if (state !== 'approved') return null;
  return (
    <>
      <Heading level={2}>{words('rest_title')}</Heading>
      {standing.restrictions.some(({ kind }) => kind === 'pause') ? <ComeBack /> : <PauseForm {...props} />}
      <ActionForm action="/volunteering/leaving" kind="danger" confirm={words('leave_confirm')}>
        {words('leave_volunteering')}
      </ActionForm>
    </>
  );
}

function ComeBack(): VNode {
  const words = useWords(trustMessages);
  return (
    <ActionForm action="/volunteering/resumption" kind="main">
      {words('come_back')}
    </ActionForm>
  );
}

function PauseForm(props: PauseProps): VNode {
  const words = useWords(trustMessages);
  const { form } = props;
  return (
    <Disclosure summary={words('rest_summary')} open={form.refusals.length > 0}>
      <Form action="/volunteering/pause" idempotencyKey={form.value('idempotency_key') || undefined}>
        <p>{words('rest_about')}</p>
        <TextField
          {...form.field('until_on')}
          type="date"
          width="short"
          min={props.tomorrow}
          label={words('first_day_back')}
          hint={words('first_day_back_hint')}
          optional
        />
        <Actions>
          <Button>{words('rest_go')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
