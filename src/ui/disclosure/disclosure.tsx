import type { ComponentChildren, VNode } from 'preact';

/** Words behind a line that opens on a press: why we ask, what else there is. Works without scripts. */
export function Disclosure(props: {
  summary: ComponentChildren;
  children: ComponentChildren;
  open?: boolean | undefined;
  /** By which the page, renewed, knows it again. */
  id?: string | undefined;
}): VNode {
  return (
    <details class="disclosure" id={props.id} open={props.open}>
      <summary>{props.summary}</summary>
      <div class="disclosure-inside stack" data-gap="small">
        {props.children}
      </div>
    </details>
  );
}
