import type { ComponentChildren, VNode } from 'preact';

/** A box to tick, in the cell that names its row; the name is its label. */
export function RowTick(props: {
  name: string;
  value: string;
  on: boolean;
  children: ComponentChildren;
}): VNode {
  const { name, value, on, children } = props;
  return (
    <label class="row-tick">
      <input type="checkbox" id={`${name}-${value}`} name={name} value={value} checked={on} />
      <span>{children}</span>
    </label>
  );
}

/**
 * The button of a long table of `RowTick`s, always in reach: its `foot`, at the foot of the screen. How many are ticked is
 * counted by the style sheet, without script.
 */
export function TickBar(props: {
  /** Said while some are ticked; gets the place of their number. */
  some: (count: VNode) => ComponentChildren;
  /** Said while none is. */
  none: ComponentChildren;
  children: ComponentChildren;
}): VNode {
  return (
    <div class="tick-bar" data-screen-only>
      <p class="tick-bar-some">{props.some(<b class="tick-count" />)}</p>
      <p class="tick-bar-none">{props.none}</p>
      <div class="actions">{props.children}</div>
    </div>
  );
}
