import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { Icon, type IconName } from '../icon/icon.tsx';
import { uiMessages } from '../messages.ts';

export type NoticeTone = 'info' | 'good' | 'notice' | 'danger';

const icons: Record<NoticeTone, IconName> = { info: 'info', good: 'done', notice: 'alert', danger: 'stop' };

export interface NoticeProps {
  tone?: NoticeTone | undefined;
  /** The headline; without one the panel says its tone to screen readers only. */
  title?: ComponentChildren | undefined;
  children?: ComponentChildren | undefined;
  actions?: ComponentChildren | undefined;
  /** `status` for something that has just happened: it is read out. */
  role?: 'status' | 'alert' | undefined;
}

/** A panel between the lines of a page: what to know before going on. */
export function Notice(props: NoticeProps): VNode {
  const words = useWords(uiMessages);
  const tone = props.tone ?? 'info';
  return (
    <div class="notice" data-tone={tone} role={props.role}>
      <Icon name={icons[tone]} />
      <div class="notice-inside">
        {props.title ? (
          <p class="notice-title">{props.title}</p>
        ) : (
          <span class="visually-hidden">{words(`notice_${tone}`)}</span>
        )}
        {props.children && <div>{props.children}</div>}
        {props.actions && <div class="actions">{props.actions}</div>}
      </div>
    </div>
  );
}

/** A message from the act before, shown once on the next page. */
export interface FlashMessage {
  tone: NoticeTone;
  text: ComponentChildren;
}

/** The messages of the act before, at the top of the page: it begins there, and they are read out. Nothing without any. */
export function Flash(props: { messages: readonly FlashMessage[] }): VNode | null {
  if (props.messages.length === 0) return null;
  return (
    <div class="flash" tabindex={-1} autofocus>
      {props.messages.map(({ tone, text }) => (
        <Notice tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
          {text}
        </Notice>
      ))}
    </div>
  );
}
