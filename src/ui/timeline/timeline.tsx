import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

export interface TimelineItem {
  /** When, in the reader's words; nothing for what has no day yet. */
  when?: ComponentChildren | undefined;
  /** The same for machines, ISO. */
  at?: string | undefined;
  title: ComponentChildren;
  children?: ComponentChildren | undefined;
  icon?: IconName | undefined;
  /** Behind us, the one thing now, or still to come. */
  state?: 'past' | 'now' | 'next' | undefined;
}

/** What happened and what comes, in order. The state is said by the icon and the weight of the line. */
export function Timeline(props: { items: readonly TimelineItem[] }): VNode {
  return (
    <ol class="timeline">
      {props.items.map((item) => (
        <TimelineEntry {...item} />
      ))}
    </ol>
  );
}

function TimelineEntry(props: TimelineItem): VNode {
  const state = props.state ?? 'past';
  const usual: Record<typeof state, IconName> = { past: 'check', now: 'clock', next: 'circle' };
  return (
    <li class="timeline-item" data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span class="timeline-dot">
        <Icon name={props.icon ?? usual[state]} />
      </span>
      <div>
        <p class="timeline-title">{props.title}</p>
        {props.when && (
          <p class="timeline-when">{props.at ? <time datetime={props.at}>{props.when}</time> : props.when}</p>
        )}
        {props.children && <div class="timeline-body">{props.children}</div>}
      </div>
    </li>
  );
}
