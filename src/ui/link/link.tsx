import type { ComponentChildren, VNode } from 'preact';
import { useHref } from '../../platform/languages/reading.tsx';

export interface LinkProps {
  /** Our own path without the language (`/spot`), `#anchor`, `tel:`, `mailto:` or a full address. */
  href: string;
  children: ComponentChildren;
  /** `quiet` looks like the text around it until it is pointed at; `block` is a 44 px high target of its own. */
  kind?: 'plain' | 'quiet' | 'block' | undefined;
  /** Marks the page, step or tab that the reader is on. */
  current?: 'page' | 'step' | 'true' | undefined;
  /** What tells it from other links of the page with the same words, for whoever hears them without what stands around. */
  apart?: ComponentChildren | undefined;
  id?: string | undefined;
  download?: boolean | undefined;
}

/** A link; our own paths get the reader's language. Pages of others open without telling them where the reader came from. */
export function Link(props: LinkProps): VNode {
  const href = useHref();
  const foreign = /^https?:/.test(props.href);
  return (
    <a
      class="link"
      href={href(props.href)}
      data-kind={props.kind}
      aria-current={props.current}
      id={props.id}
      download={props.download}
      rel={foreign ? 'external noreferrer' : undefined}
    >
      {props.kind === 'block' ? <span>{props.children}</span> : props.children}
      {props.apart && <span class="visually-hidden"> · {props.apart}</span>}
    </a>
  );
}
