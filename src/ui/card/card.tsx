import type { ComponentChildren, VNode } from 'preact';

export interface CardProps {
  children: ComponentChildren;
  /** The card's headline; a heading of the level given. */
  title?: ComponentChildren | undefined;
  level?: 2 | 3 | 4 | undefined;
  /** Beside the headline: a chip, a time. */
  aside?: ComponentChildren | undefined;
  /** The acts at the bottom: put the main one first. */
  actions?: ComponentChildren | undefined;
  /** The one thing to notice on the screen. */
  accent?: boolean | undefined;
  /** A concern or a danger: it weighs more than all cards around it. Its chip says so in words. */
  tone?: 'danger' | undefined;
  id?: string | undefined;
}

/** A thing on the notice board: headline, content, acts. */
export function Card(props: CardProps): VNode {
  return (
    <article class="card" id={props.id} data-accent={props.accent || undefined} data-tone={props.tone}>
      {(props.title || props.aside) && (
        <header class="card-head">
          {props.title && <Heading level={props.level ?? 3}>{props.title}</Heading>}
          {props.aside && <div class="card-aside">{props.aside}</div>}
        </header>
      )}
      {props.children}
      {props.actions && <footer class="actions">{props.actions}</footer>}
    </article>
  );
}

/** A heading of the level that fits the page's outline. */
export function Heading(props: {
  level: 1 | 2 | 3 | 4;
  children: ComponentChildren;
  id?: string | undefined;
}): VNode {
  const Tag = `h${props.level}` as const;
  return <Tag id={props.id}>{props.children}</Tag>;
}
