import type { ComponentChildren, VNode } from 'preact';
import { Icon, type IconName } from '../icon/icon.tsx';

/** What a state means for the reader: nothing to do, it goes well, it waits, look at it, it is over or refused. */
export type Tone = 'plain' | 'good' | 'waiting' | 'notice' | 'danger';

const usual: Record<Tone, IconName> = {
  plain: 'circle',
  good: 'done',
  waiting: 'wait',
  notice: 'alert',
  danger: 'stop',
};

/** A state as icon and word; the tone's color only repeats it. */
export function StatusChip(props: {
  tone: Tone;
  children: ComponentChildren;
  icon?: IconName | undefined;
}): VNode {
  return (
    <span class="chip" data-tone={props.tone}>
      <Icon name={props.icon ?? usual[props.tone]} />
      <span>{props.children}</span>
    </span>
  );
}
