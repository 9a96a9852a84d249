import type { ComponentChildren, VNode } from 'preact';
import { BackLink } from '../back-link/back-link.tsx';

/** The first lines of a page: where it belongs, its one headline, and what it is for. */
export function PageHead(props: {
  title: ComponentChildren;
  lead?: ComponentChildren | undefined;
  /** The way back, named for where it goes. */
  back?: { href: string; label: ComponentChildren } | undefined;
  aside?: ComponentChildren | undefined;
}): VNode {
  return (
    <header class="page-head">
      {props.back && <BackLink href={props.back.href}>{props.back.label}</BackLink>}
      <div class="page-title">
        <h1>{props.title}</h1>
        {props.aside}
      </div>
      {props.lead && <p class="lead">{props.lead}</p>}
    </header>
  );
}
