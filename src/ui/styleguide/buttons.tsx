import type { VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { ActionForm } from '../button/action-form.tsx';
import { Button } from '../button/button.tsx';
import { CallButton, Calls } from '../button/call-button.tsx';
import { ConfirmedButton } from '../button/confirmed-button.tsx';
import { Disclosure } from '../disclosure/disclosure.tsx';
import { Actions, Form } from '../form/form.tsx';
import { LeaveQuickly } from '../leave/leave.tsx';
import { Flash, Notice } from '../notice/notice.tsx';
import { sampleMessages } from './messages.ts';
import { Section } from './section.tsx';

/** Buttons in every kind and state. */
export function Buttons(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="buttons" title={words('buttons')}>
      <Actions>
        <Button kind="main" type="button">
          {words('send_request')}
        </Button>
        <Button type="button">{words('save_for_later')}</Button>
        <Button kind="danger" type="button">
          {words('cancel_visit')}
        </Button>
      </Actions>
      <Actions>
        <Button kind="main" href="/styleguide" icon="next">
          {words('see_details')}
        </Button>
      </Actions>
      <Calls>
        <CallButton tel="119" number="119" kind="kaki">
          {words('call_119')}
        </CallButton>
        <CallButton tel="#7119" number="#7119" />
      </Calls>
      <Actions>
        <ActionForm action="/styleguide" idempotencyKey="sample" kind="main" icon="check">
          {words('say_yes')}
        </ActionForm>
        <ActionForm action="/styleguide" kind="main" disabledReason={words('reason_overlap')}>
          {words('say_yes')}
        </ActionForm>
        <ActionForm
          action="/styleguide"
          idempotencyKey="sample"
          kind="main"
          confirm={words('say_yes_confirm')}
        >
          {words('say_yes')}
        </ActionForm>
        <ActionForm
          action="/styleguide"
          idempotencyKey="sample"
          kind="danger"
          confirm={words('cancel_confirm')}
        >
          {words('cancel_visit')}
        </ActionForm>
      </Actions>
      <Form action="/styleguide" idempotencyKey="sample">
        <ConfirmedButton kind="danger" confirm={words('cancel_confirm')} yes={words('cancel_visit')}>
          {words('cancel_visit')}
        </ConfirmedButton>
      </Form>
    </Section>
  );
}

/** Panels between the lines, flash messages, words behind a line. */
export function Notices(): VNode {
  const words = useWords(sampleMessages);
  return (
    <Section id="notices" title={words('notices')}>
      <div class="stack">
        <Notice>{words('notice_wait')}</Notice>
        <Notice tone="good" title={words('notice_sent')}>
          {words('notice_sent_text')}
        </Notice>
        <Notice tone="notice">{words('notice_holiday')}</Notice>
        <Notice
          tone="danger"
          title={words('notice_emergency')}
          actions={
            <Button kind="danger" href="tel:119" icon="phone">
              {words('call_119')}
            </Button>
          }
        />
        <Flash messages={[{ tone: 'good', text: words('notice_sent') }]} />
        <Disclosure summary={words('disclosure_summary')}>
          <p>{words('disclosure_text')}</p>
        </Disclosure>
        <LeaveQuickly hint={words('leave_quickly_hint')}>{words('leave_quickly')}</LeaveQuickly>
      </div>
    </Section>
  );
}
