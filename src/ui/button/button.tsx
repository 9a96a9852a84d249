import type { ComponentChildren, VNode } from 'preact';
import { useId } from '../../platform/languages/draw.ts';
import { useHref } from '../../platform/languages/reading.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface ButtonProps {
  children: ComponentChildren;
  /** One `main` on a screen; `quiet` beside it (the default); `danger` for what can't be taken back. */
  kind?: 'main' | 'quiet' | 'danger' | 'kaki' | undefined;
  /** With an address it is a link that looks like a button. */
  href?: string | undefined;
  /** A button sends its form unless it is a plain `button`. */
  type?: 'button' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  icon?: IconName | undefined;
  /** Says why it can't be pressed now. The button stays in the tab order, so that the reason is read. */
  disabledReason?: ComponentChildren | undefined;
  /** Over the whole width, for the one act of a card on a phone. */
  wide?: boolean | undefined;
  /** Words for a screen reader where the visible ones are not enough. */
  label?: string | undefined;
  /** Skips the browser's own check of the fields (keep as draft, back). */
  noCheck?: boolean | undefined;
  /** The id of the form it sends, when it stands outside of it. */
  form?: string | undefined;
  /** Our own path without the language, when it sends its form elsewhere. */
  formAction?: string | undefined;
  /** What it sends stands in the address: it changes nothing, such as a search within a form that does. */
  formMethod?: 'get' | undefined;
}

/** A button, or a link that looks like one. */
export function Button(props: ButtonProps): VNode {
  const href = useHref();
  const look = {
    class: 'button',
    'data-kind': props.kind ?? 'quiet',
    'data-wide': props.wide,
  };
  const content = (
    <>
      {props.icon && <Icon name={props.icon} />}
      <ButtonWords {...props} />
    </>
  );
  if (props.disabledReason) return <DisabledButton {...props}>{content}</DisabledButton>;
  if (props.href !== undefined) {
    return (
      <a {...look} href={href(props.href)}>
        {content}
      </a>
    );
  }
  return (
    <button
      {...look}
      type={props.type}
      name={props.name}
      value={props.value}
      formnovalidate={props.noCheck}
      form={props.form}
      formaction={props.formAction === undefined ? undefined : href(props.formAction)}
      formmethod={props.formMethod}
    >
      {content}
    </button>
  );
}

/** A label of its own does not take the place of words with readings, which no attribute can hold: it stands beside them, unseen. */
function ButtonWords(props: Pick<ButtonProps, 'children' | 'label'>): VNode {
  if (!props.label) return <span>{props.children}</span>;
  return (
    <>
      <span aria-hidden="true">{props.children}</span>
      <span class="visually-hidden">{props.label}</span>
    </>
  );
}

function DisabledButton(props: ButtonProps): VNode {
  const id = useId();
  return (
    <span class="button-with-reason">
      <button
        class="button"
        type="button"
        data-kind={props.kind ?? 'quiet'}
        data-wide={props.wide}
        aria-disabled="true"
        aria-describedby={id}
      >
        <ButtonWords {...props} />
      </button>
      <span class="button-reason" id={id}>
        {props.disabledReason}
      </span>
    </span>
  );
}
