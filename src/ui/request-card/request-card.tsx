import type { ComponentChildren, VNode } from 'preact';
import { Heading } from '../card/card.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { Illustration, type IllustrationName } from '../illustration/illustration.tsx';

export interface RequestFact {
  icon: IconName;
  /** What the fact is about, for screen readers (`When`). */
  label: ComponentChildren;
  value: ComponentChildren;
}

export interface RequestCardProps {
  id?: string | undefined;
  picture: IllustrationName;
  /** The kind of help, in the reader's words. */
  title: ComponentChildren;
  level?: 2 | 3 | undefined;
  chip?: ComponentChildren | undefined;
  /** The resident's own words and their language, where it can be told. */
  own: { text: ComponentChildren; lang: string | undefined; label: ComponentChildren };
  /** The same in the reader's language, with where it comes from. */
  beside?: { text: ComponentChildren; lang: string; label: ComponentChildren } | undefined;
  /** Day, length, town and distance, what the task needs. */
  facts: readonly RequestFact[];
  /** Why this reader is asked, or further words. */
  children?: ComponentChildren | undefined;
  actions?: ComponentChildren | undefined;
}

/** A request as a volunteer sees it: the resident's own words beside the reader's language, when, where, what it needs; yes or cannot. */
export function RequestCard(props: RequestCardProps): VNode {
  return (
    <article class="card request-card" id={props.id}>
      <header class="request-head">
        <Illustration name={props.picture} />
        <div>
          <Heading level={props.level ?? 2}>{props.title}</Heading>
          {props.chip}
        </div>
      </header>
      <dl class="request-facts">
        {props.facts.map(({ icon, label, value }) => (
          <div>
            <dt>
              <Icon name={icon} />
              <span class="visually-hidden">{label}</span>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div class="request-words">
        <RequestWords {...props.own} />
        {props.beside && <RequestWords {...props.beside} />}
      </div>
      {props.children}
      {props.actions && <footer class="actions">{props.actions}</footer>}
    </article>
  );
}

function RequestWords(props: {
  text: ComponentChildren;
  lang: string | undefined;
  label: ComponentChildren;
}): VNode {
  return (
    <figure>
      <figcaption>{props.label}</figcaption>
      <blockquote lang={props.lang} dir="auto">
        {props.text}
      </blockquote>
    </figure>
  );
}
