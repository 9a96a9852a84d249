import type { ComponentChildren, VNode } from 'preact';

export interface Hour {
  /** Stable, for live update. */
  readonly id: string;
  /** ISO, for machines. */
  readonly at: string;
  readonly time: ComponentChildren;
  readonly title: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Behind us, going on, or still to come. */
  readonly state: 'past' | 'now' | 'next';
}

/** A day at a glance, beside something else: what is when, each on two lines. What goes on now stands out; notes say it in words. */
export function Hours(props: { hours: readonly Hour[] }): VNode {
  return (
    <ol class="hours">
      {props.hours.map(({ id, at, time, title, note, state }) => (
        <li id={id} data-state={state} aria-current={state === 'now' ? 'time' : undefined}>
          <time datetime={at}>{time}</time>
          <p>{title}</p>
          {note && <p class="hours-note">{note}</p>}
        </li>
      ))}
    </ol>
  );
}
