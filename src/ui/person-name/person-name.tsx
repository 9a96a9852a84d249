import type { ComponentChildren, VNode } from 'preact';

/** A name as somebody wrote it: in its own direction, so that none turns around what stands beside it. */
export function PersonName(props: {
  children: ComponentChildren;
  class?: string;
  lang?: string | undefined;
}): VNode {
  return (
    <bdi class={props.class} lang={props.lang}>
      {props.children}
    </bdi>
  );
}
