import type { ComponentChildren, VNode } from 'preact';
import { Button, type ButtonProps } from './button.tsx';

/** The button of a form for what can't be taken back: a first press says what happens, a second sends it. Works without scripts. */
export function ConfirmedButton(props: {
  kind: ButtonProps['kind'];
  /** The words on the button. */
  children: ComponentChildren;
  /** What happens then, and to whom. */
  confirm: ComponentChildren;
  /** The words on the second button: "Yes, decline it". */
  yes: ComponentChildren;
}): VNode {
  return (
    <details class="confirm">
      <summary class="button" data-kind={props.kind}>
        <span>{props.children}</span>
      </summary>
      <div class="confirm-inside">
        <p>{props.confirm}</p>
        <Button kind={props.kind}>{props.yes}</Button>
      </div>
    </details>
  );
}
