import type { ComponentChildren, VNode } from 'preact';

/** A few numbers with what they count; a number that must not be shown says why instead. */
export function Figures(props: {
  items: readonly { label: ComponentChildren; value: ComponentChildren }[];
}): VNode {
  return (
    <dl class="figures">
      {props.items.map(({ label, value }) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
