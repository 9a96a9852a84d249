import type { ComponentChildren, VNode } from 'preact';
import { Link } from '../link/link.tsx';

/** One step back, named for where it goes. */
export function BackLink(props: { href: string; children: ComponentChildren }): VNode {
  return (
    <span class="back-link">
      <Link href={props.href} kind="block">
        {props.children}
      </Link>
    </span>
  );
}
