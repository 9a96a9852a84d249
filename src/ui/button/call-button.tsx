import type { ComponentChildren, VNode } from 'preact';
import { Button, type ButtonProps } from './button.tsx';

/** Numbers to call, one below the other; on paper too. */
export function Calls(props: { children: ComponentChildren }): VNode {
  return <div class="calls">{props.children}</div>;
}

/** A number to call, the number larger than what it is for. */
export function CallButton(props: {
  /** As dialed: `#7119`. */
  tel: string;
  /** As printed: `0120-279-889`. */
  number: string;
  kind?: ButtonProps['kind'];
  children?: ComponentChildren;
}): VNode {
  return (
    <Button href={`tel:${encodeURIComponent(props.tel)}`} kind={props.kind} icon="phone">
      <strong class="call-number">{props.number}</strong>
      {props.children && <span>{props.children}</span>}
    </Button>
  );
}
