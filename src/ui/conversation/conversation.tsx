import type { ComponentChildren, VNode } from 'preact';
import { useWords } from '../../platform/languages/reading.tsx';
import { uiMessages } from '../messages.ts';
import { OwnWords } from '../own-words/own-words.tsx';

export interface ConversationMessage {
  id: string;
  /** Who wrote it, as the reader calls them. */
  author: ComponentChildren;
  /** What they are here: volunteer, coordinator. */
  role?: ComponentChildren | undefined;
  text: string;
  when: ComponentChildren;
  at: string;
  /** True for the reader's own words. */
  own: boolean;
  /** A rendering in the reader's language, with its origin in front. */
  rendering?: ComponentChildren | undefined;
}

/** Messages in order, the reader's own at the end side. Who and when are said in words, never by the side alone. */
export function Conversation(props: { messages: readonly ConversationMessage[]; label: string }): VNode {
  return (
    <ol class="conversation" aria-label={props.label}>
      {props.messages.map((message) => (
        <Bubble {...message} />
      ))}
    </ol>
  );
}

function Bubble(props: ConversationMessage): VNode {
  const words = useWords(uiMessages);
  return (
    <li class="bubble" id={props.id} data-own={props.own}>
      <p class="bubble-who">
        <strong>{props.author}</strong>
        {props.role && <span> · {props.role}</span>}
      </p>
      <OwnWords as="p" class="bubble-text">
        {props.text}
      </OwnWords>
      {props.rendering && <div class="bubble-rendering">{props.rendering}</div>}
      <p class="bubble-when">
        {words('message_sent_at', { when: <time datetime={props.at}>{props.when}</time> })}
      </p>
    </li>
  );
}
