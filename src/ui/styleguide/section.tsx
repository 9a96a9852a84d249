import type { ComponentChildren, VNode } from 'preact';

/** One chapter of the style guide. */
export function Section(props: { id: string; title: ComponentChildren; children: ComponentChildren }): VNode {
  return (
    <section class="stack" data-gap="large" id={props.id} aria-labelledby={`${props.id}-title`}>
      <h2 id={`${props.id}-title`}>{props.title}</h2>
      {props.children}
    </section>
  );
}
