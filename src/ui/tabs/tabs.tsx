import type { ComponentChildren, VNode } from 'preact';
import { useFormats, useHref } from '../../platform/languages/reading.tsx';

export interface Tab {
  readonly href: string;
  readonly label: ComponentChildren;
  /** How much is behind it. */
  readonly count?: number | undefined;
  readonly isCurrent: boolean;
}

/** Parts of a list, each an address of its own with how much is in it: links, so that nothing needs a script; where one is, no key has to pass. */
export function Tabs(props: { label: string; tabs: readonly Tab[] }): VNode {
  const href = useHref();
  const { count: say } = useFormats();
  return (
    <nav class="tabs" aria-label={props.label} data-screen-only>
      <ul>
        {props.tabs.map(({ href: to, label, count, isCurrent }) => (
          <li>
            <a {...(isCurrent ? { 'aria-current': 'true' } : { href: href(to) })}>
              {label} {count !== undefined && <b>{say(count)}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
