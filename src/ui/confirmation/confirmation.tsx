import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../button/button.tsx';
import { Actions, Form, type FormProps } from '../form/form.tsx';
import { PageHead } from '../shell/page-head.tsx';

export interface ConfirmationProps extends Pick<FormProps, 'action' | 'idempotencyKey' | 'hidden'> {
  /** The question: "Cancel this visit?" */
  title: ComponentChildren;
  /** What happens then, and to whom. */
  children: ComponentChildren;
  /** Fields that belong to it, such as a reason. */
  fields?: ComponentChildren | undefined;
  /** The words on the button that does it: the verb of the question. */
  yes: ComponentChildren;
  danger?: boolean | undefined;
  /** The way back without doing it. */
  no: { href: string; label: ComponentChildren };
}

/** The body of a page that asks once more before something that can't be taken back. A page, not a window: it works everywhere. */
export function Confirmation(props: ConfirmationProps): VNode {
  const { action, idempotencyKey, hidden } = props;
  return (
    <>
      <PageHead title={props.title} />
      <div class="prose">{props.children}</div>
      <Form action={action} idempotencyKey={idempotencyKey} hidden={hidden}>
        {props.fields}
        <Actions>
          <Button kind={props.danger ? 'danger' : 'main'}>{props.yes}</Button>
          <Button href={props.no.href}>{props.no.label}</Button>
        </Actions>
      </Form>
    </>
  );
}
