import type { ComponentChildren, VNode } from 'preact';
import { useHref } from '../../platform/languages/reading.tsx';
import { HiddenFields } from '../form/form.tsx';
import { Button, type ButtonProps } from './button.tsx';

export interface ActionFormProps
  extends Pick<ButtonProps, 'kind' | 'icon' | 'wide' | 'label' | 'disabledReason'> {
  /** Our own path without the language, e.g. `/spot/requests/<id>/acceptance`. */
  action: string;
  /** The words on the button. */
  children: ComponentChildren;
  idempotencyKey?: string | undefined;
  hidden?: Readonly<Record<string, string>> | undefined;
  /** Says what will happen; the act then needs a second press. Works without scripts. */
  confirm?: ComponentChildren | undefined;
  /** Further fields shown with the confirmation, such as a reason. */
  fields?: ComponentChildren | undefined;
  /** Already opened: the form came back, and what to mend is inside. */
  open?: boolean | undefined;
  /** By which the page, renewed, knows it again. */
  id?: string | undefined;
}

/** One button that does one thing: a form of its own with an idempotency key. With a reason not to, it says it and sends nothing. */
export function ActionForm(props: ActionFormProps): VNode {
  const href = useHref();
  if (props.disabledReason) return <Button {...buttonProps(props)}>{props.children}</Button>;
  const isAsked = Boolean(props.confirm || props.fields);
  const form = (
    <form class="action-form" id={isAsked ? undefined : props.id} method="post" action={href(props.action)}>
      <HiddenFields idempotencyKey={props.idempotencyKey} hidden={props.hidden} />
      {props.fields}
      <Button {...buttonProps(props)}>{props.children}</Button>
    </form>
  );
  if (!isAsked) return form;
  return (
    <details class="confirm" id={props.id} open={props.open}>
      <summary class="button" data-kind={props.kind ?? 'quiet'}>
        <span>{props.children}</span>
      </summary>
      <div class="confirm-inside">
        {props.confirm && <p>{props.confirm}</p>}
        {form}
      </div>
    </details>
  );
}

function buttonProps(props: ActionFormProps): Omit<ButtonProps, 'children'> {
  const { kind, icon, wide, label, disabledReason } = props;
  return { kind, icon, wide, label, disabledReason };
}
