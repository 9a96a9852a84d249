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
  /** What is seen first: day, town and distance. */
  facts: readonly RequestFact[];
  /** Length, what the task needs. */
  moreFacts?: readonly RequestFact[] | undefined;
  /** What the line says behind which all but the first facts and the first words stand; absent, everything is open. */
  fold?: ComponentChildren | undefined;
  /** Why this reader is asked, or further words. */
  children?: ComponentChildren | undefined;
  actions?: ComponentChildren | undefined;
}

/** A request as a volunteer sees it: the resident's own words beside the reader's language, when, where, what it needs; yes or cannot. */
export function RequestCard(props: RequestCardProps): VNode {
  const { moreFacts: more = [] } = props;
  const rest = (
    <>
      {props.children}
      {props.actions && <footer class="actions">{props.actions}</footer>}
    </>
  );
  return (
    <article class="card request-card" id={props.id}>
      <header class="request-head">
        <Illustration name={props.picture} />
        <div>
          <Heading level={props.level ?? 2}>{props.title}</Heading>
          {props.chip}
        </div>
      </header>
      <Facts of={props.fold ? props.facts : [...props.facts, ...more]} />
      <div class="request-words">
        <RequestWords {...props.own} />
        {props.beside && <RequestWords {...props.beside} />}
      </div>
      {props.fold ? (
        <details class="request-rest" id={props.id && `${props.id}-rest`}>
          <summary class="button" data-kind="quiet">
            <span>{props.fold}</span>
          </summary>
          <div class="stack">
            <Facts of={more} />
            {rest}
          </div>
        </details>
      ) : (
        rest
      )}
    </article>
  );
}

function Facts(props: { of: readonly RequestFact[] }): VNode {
  return (
    <dl class="request-facts">
      {props.of.map(({ icon, label, value }) => (
        <div>
          <dt>
            <Icon name={icon} />
            <span class="visually-hidden">{label}</span>
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
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
