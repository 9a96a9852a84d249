import type { VNode } from 'preact';
import { machineTime } from '../../platform/clock.ts';
import type { Page } from '../../platform/database/paging.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useFormats, useWords } from '../../platform/languages/reading.tsx';
import type { FormState } from '../../platform/web/form-state.ts';
import {
  Actions,
  Button,
  Card,
  Conversation,
  Disclosure,
  EmptyState,
  Form,
  FormErrors,
  Link,
  Notice,
  PageHead,
  Pager,
  pagesBehind,
  StatusChip,
} from '../../ui/index.ts';
import { Composer, type Reader } from '../people/index.ts';
import { type Message, MOST_WORDS, type Thread, type ThreadLine } from './types.ts';
import { conversationMessages } from './words.ts';

type Say = (key: 'back_to_subject' | 'about_volunteering') => Words;
type Names = ReadonlyMap<string, Words>;

/** Somebody's conversations, newest message first. */
export function ThreadListPage(props: {
  lines: Page<ThreadLine>;
  after: string | null;
  names: Names;
}): VNode {
  const t = useWords(conversationMessages);
  const { lines, after } = props;
  return (
    <>
      <PageHead title={t('list_title')} lead={t('list_lead')} />
      {after === null && lines.rows.length === 0 && (
        <EmptyState title={t('list_empty_title')} level={2}>
          {t('list_empty_text')}
        </EmptyState>
      )}
      {lines.rows.map((line) => (
        <Line line={line} names={props.names} />
      ))}
      <Pager {...pagesBehind({ path: '/conversations', after, next: lines.next })} />
    </>
  );
}

function Line(props: { line: ThreadLine; names: Names }): VNode {
  const t = useWords(conversationMessages);
  const formats = useFormats();
  const { line } = props;
  const others = line.others.map((id) => props.names.get(id)).filter((name) => name !== undefined);
  const title = others.length > 0 ? formats.list(others) : t.plain('with_coordinators');
  return (
    <Card
      level={2}
      title={
        <Link href={`/conversations/${line.id}`} apart={formats.dayTime(line.lastSentAt ?? line.openedAt)}>
          {title}
        </Link>
      }
      aside={
        line.unreadCount > 0 ? (
          <StatusChip tone="notice">{t('unread', { count: line.unreadCount })}</StatusChip>
        ) : undefined
      }
    >
      <p>{t(aboutOf(line))}</p>
      <p>
        {line.lastSentAt
          ? t('last_message_at', { when: formats.dayTime(line.lastSentAt) })
          : t('no_message_yet')}
      </p>
    </Card>
  );
}

/** One conversation: what was said, a place to answer, a way to say that something is wrong. */
export function ThreadPage(props: {
  thread: Thread;
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
  const { thread, form } = props;
  const part = thread.participantIds.includes(props.reader) ? 'participant' : 'staff';
  const isParticipant = part === 'participant';
  return (
    <>
      <PageHead title={t('thread_title')} lead={t(aboutOf(thread))} back={backOf(thread, part, t)} />
      <FormErrors refusals={form.refusals} />
      <Notice tone="info">
        {thread.kind === 'asking'
          ? t('who_can_read_asking', {
              reader: isParticipant ? 'asked' : isOfPerson(thread) ? 'staff_person' : 'staff',
            })
          : t('who_can_read')}
      </Notice>
      {props.messages.rows.length === 0 ? <p>{t('no_message_yet')}</p> : <Messages {...props} />}
      <Pager
        {...pagesBehind({
          path: `/conversations/${thread.id}`,
          after: props.after,
          next: props.messages.next,
        })}
      />
      {thread.closedAt ? (
        <Notice tone="notice">{t('conversation_is_closed')}</Notice>
      ) : (
        <Form action={`/conversations/${thread.id}/messages`} draft={`thread-${thread.id}`}>
          <Composer
            form={form}
            name="words"
            readers={props.readers}
            purpose={purposeOf(thread, part)}
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

/** About somebody's own volunteering, not about a request. */
const isOfPerson = ({ subject }: Pick<Thread, 'subject'>) => subject.kind === 'people.person';

function aboutOf(
  thread: Pick<Thread, 'kind' | 'subject'>,
): 'about_asking' | 'about_visit' | 'about_volunteering' {
  return isOfPerson(thread) ? 'about_volunteering' : `about_${thread.kind}`;
}

/** Somebody who takes part, or a coordinator who looks. */
type Part = 'participant' | 'staff';

function backOf(thread: Thread, part: Part, t: Say): { href: string; label: Words } {
  const { id } = thread.subject;
  if (!isOfPerson(thread)) return { href: `/spot/requests/${id}`, label: t('back_to_subject') };
  const href = part === 'participant' ? '/volunteering' : `/trust/people/${id}`;
  return { href, label: t('about_volunteering') };
}

function purposeOf(thread: Thread, part: Part): 'meeting' | 'applying' | 'asking' {
  if (isOfPerson(thread)) return 'applying';
  return part === 'participant' && thread.kind === 'visit' ? 'meeting' : 'asking';
}

/** For whoever no longer comes along: kindly, and without a word of what was said or by whom. */
export function ThreadOverPage(): VNode {
  const t = useWords(conversationMessages);
  return (
    <>
      <PageHead title={t('thread_over_title')} back={{ href: '/conversations', label: t('list_title') }} />
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
      <Form action={`/conversations/${props.thread.id}/concerns`}>
        <Composer form={props.form} name="concern" label={t('what_worries_you')} maxLength={2000} rows={3} />
        <Actions>
          <Button kind="danger">{t('tell_coordinators')}</Button>
        </Actions>
      </Form>
    </Disclosure>
  );
}
