import type { ComponentChildren, VNode } from 'preact';

/** A few numbers with what they count, in a band across the page. What is not known is left out. */
export function Figures(props: {
  items: readonly { label: ComponentChildren; value: ComponentChildren }[];
}): VNode {
  return (
    <dl class="figures" data-width="full">
      {props.items.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
