import type { VNode } from 'preact';
import { machineTime } from '../../../platform/clock.ts';
import type { Page } from '../../../platform/database/paging.ts';
import type { Words } from '../../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../../platform/languages/reading.tsx';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Conversation,
  Disclosure,
  Form,
  FormErrors,
  Notice,
  PageHead,
  Pager,
  pagesBehind,
} from '../../../ui/index.ts';
import { Composer, type Reader } from '../../people/index.ts';
import type { Names } from '../names.ts';
import { conversationsPaths } from '../paths.ts';
import { type Message, MOST_WORDS, type Thread } from '../types.ts';
import { conversationMessages } from '../words.ts';

/** One conversation: what was said, a place to answer, a way to say that something is wrong. */
export function ThreadPage(props: {
  thread: Thread;
  subject: {
    readonly about: Words;
    readonly back: { readonly href: string; readonly label: Words };
    readonly purpose: 'meeting' | 'applying' | 'asking';
  };
  messages: Page<Message>;
  /** Before which message these were written; null for the newest. */
  after: string | null;
  names: Names;
  reader: string;
  /** Who reads what is written here; nobody: the coordinators. */
  readers: readonly Reader[];
  form: FormState;
}): VNode {
  const t = useWords(conversationMessages);
  const { thread, subject, form } = props;
  const isParticipant = thread.participantIds.includes(props.reader);
  return (
    <>
      <PageHead title={t('thread_title')} lead={subject.about} back={subject.back} />
      <FormErrors refusals={form.refusals} />
      <Notice tone="info">
        {thread.kind === 'asking'
          ? t('who_can_read_asking', { reader: isParticipant ? 'asked' : 'staff' })
          : t('who_can_read')}
      </Notice>
      {props.messages.rows.length === 0 ? <p>{t('no_message_yet')}</p> : <Messages {...props} />}
      <Pager
        {...pagesBehind({
          path: conversationsPaths.conversation({ id: thread.id }),
          after: props.after,
          next: props.messages.next,
        })}
      />
      {thread.closedAt ? (
        <Notice tone="notice">{t('conversation_is_closed')}</Notice>
      ) : (
        <Form
          action={conversationsPaths.conversationMessages({ id: thread.id })}
          draft={`thread-${thread.id}`}
        >
          <Composer
            form={form}
            name="words"
            readers={props.readers}
            purpose={subject.purpose}
            label={t('your_message')}
            maxLength={MOST_WORDS}
            rows={4}
          />
          <Actions>
            <Button kind="main">{t('send_message')}</Button>
          </Actions>
        </Form>
      )}
      {isParticipant && <ConcernForm thread={thread} form={form} />}
    </>
  );
}

/** For whoever no longer comes along: kindly, and without a word of what was said or by whom. */
export function ThreadOverPage(): VNode {
  const t = useWords(conversationMessages);
  return (
    <>
      <PageHead
        title={t('thread_over_title')}
        back={{ href: conversationsPaths.conversations(), label: t('list_title') }}
      />
      <Notice tone="info">{t('thread_over_text')}</Notice>
    </>
  );
}

function Messages(props: { thread: Thread; messages: Page<Message>; names: Names; reader: string }): VNode {
  const t = useWords(conversationMessages);
  const formats = useFormats();
  return (
    <Conversation
      label={t.plain('thread_title')}
      messages={props.messages.rows.map((message) => ({
        id: `m-${message.id}`,
        author:
          message.authorId === props.reader ? t('you') : (props.names.get(message.authorId) ?? t('somebody')),
        role: message.asStaff ? t('coordinator') : undefined,
        text: message.words,
        when: formats.dayTime(message.sentAt),
        at: machineTime(message.sentAt),
        own: message.authorId === props.reader,
      }))}
    />
  );
}

function ConcernForm(props: { thread: Thread; form: FormState }): VNode {
  const t = useWords(conversationMessages);
  return (
    <Disclosure
      id="something-is-wrong"
      summary={t('something_is_wrong')}
      open={props.form.refusalOf('concern') !== undefined}
    >
      <p>{t('something_is_wrong_text')}</p>
      <Form action={conversationsPaths.conversationConcerns({ id: props.thread.id })}>
        <Composer form={props.form} name="concern" label={t('what_worries_you')} maxLength={2000} rows={3} />
        <Actions>
          <Button kind="danger">{t('tell_coordinators')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
