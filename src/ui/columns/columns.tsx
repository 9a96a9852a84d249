import type { ComponentChildren, VNode } from 'preact';

/**
 * What a page says, and beside it what helps to act on it: the next step, facts, who looks after it. Below 1024 px one
 * stands under the other. Headings tell what is in each; both together take the whole width of the page.
 */
export function Columns(props: {
  children: ComponentChildren;
  aside: ComponentChildren;
  /** In one column it comes first: a next step does, facts don’t. */
  first?: boolean | undefined;
}): VNode {
  const aside = <div class="stack columns-aside">{props.aside}</div>;
  return (
    <div class="columns" data-width="full">
      {props.first && aside}
      <div class="stack" data-gap="large">
        {props.children}
      </div>
      {!props.first && aside}
    </div>
  );
}
