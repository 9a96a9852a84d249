import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Link } from '../link/link.tsx';
import { uiMessages } from '../messages.ts';

/** The way from home to this page; the page itself is the headline below and not repeated. */
export function Breadcrumb(props: { trail: readonly { href: string; label: ComponentChildren }[] }): VNode {
  const words = useWords(uiMessages);
  return (
    <nav class="breadcrumb" aria-label={words.plain('breadcrumb')}>
      <ol>
        <li>
          <Link href="/" kind="block">
            {words('home')}
          </Link>
        </li>
        {props.trail.map(({ href, label }) => (
          <li>
            <Link href={href} kind="block">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

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
