import type { ComponentChildren, VNode } from 'preact';

/** Running text: headings, paragraphs, lists with a measure that reads well. */
export function Prose(props: { children: ComponentChildren }): VNode {
  return <div class="prose">{props.children}</div>;
}
