import type { Tx } from '../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import type { Subject } from '../../platform/thing.ts';
import { publish } from './events.ts';
import { mayWrite, staysOpenFor, type Writer } from './rules.ts';
import {
  findOpenThreadId,
  findThread,
  insertMessage,
  insertParticipants,
  insertThread,
  markRead,
  markThreadClosed,
} from './store.ts';
import type { ThreadKind } from './types.ts';

interface Opening {
  readonly kind: ThreadKind;
  readonly subject: Subject;
  readonly participantIds: readonly string[];
  readonly now: Temporal.Instant;
}

/** Opens a conversation about a thing, or joins people to the open one. @returns its id */
export async function openThread(tx: Tx, opening: Opening): Promise<string> {
  const id = await insertThread(tx, opening.kind, opening.subject, opening.now);
  await insertParticipants(tx, id, opening.participantIds, opening.now);
  return id;
}

/** Closes the open conversation of a kind about a thing where somebody is or was in it who is not among these people. */
export async function keepOpenFor(tx: Tx, { kind, subject, participantIds, now }: Opening): Promise<void> {
  const openId = await findOpenThreadId(tx, kind, subject);
  const thread = openId ? await findThread(tx, openId, 'locked') : null;
  if (thread && !staysOpenFor(thread, participantIds)) await markThreadClosed(tx, thread.id, now);
}

interface Writing {
  readonly threadId: string;
  readonly writer: Writer;
  readonly words: string;
  readonly locale: string;
  readonly now: Temporal.Instant;
}

/**
 * Writes a message.
 * @param writing `words` trimmed, 1 to 4,000 characters
 * @returns the message's id; refused: `conversation_is_closed`, `only_participants_write_here`, `no_such_conversation`
 */
export async function writeMessage(tx: Tx, writing: Writing): Promise<Outcome<string>> {
  const thread = await findThread(tx, writing.threadId, 'locked');
  if (!thread) return refuse('no_such_conversation');
  const allowed = mayWrite(thread, writing.writer);
  if (!allowed.ok) return allowed;
  const id = await insertMessage(tx, thread.id, {
    authorId: writing.writer.personId,
    asStaff: allowed.value.asStaff,
    words: writing.words,
    wordsLocale: writing.locale,
    sentAt: writing.now,
  });
  await markRead(tx, thread.id, writing.writer.personId, writing.now);
  await publish(tx, {
    type: 'conversations.message.sent',
    ids: {
      messageId: id,
      threadId: thread.id,
      authorId: writing.writer.personId,
      subjectKind: thread.subject.kind,
      subjectId: thread.subject.id,
    },
    live: [...thread.participantIds.map((personId) => `person:${personId}`), 'desk'],
  });
  return accept(id);
}

interface WritingAbout extends Omit<Writing, 'threadId'> {
  readonly subject: Subject;
  /** The one who talks with the coordinators; they or a coordinator writes. */
  readonly personId: string;
}

/**
 * Writes a message between somebody and the coordinators about a thing, in the conversation that is opened for it.
 * @returns the conversation's id; refused as `writeMessage` refuses
 */
export async function writeAbout(
  tx: Tx,
  { subject, personId, ...writing }: WritingAbout,
): Promise<Outcome<string>> {
  const opening = { kind: 'asking', subject, participantIds: [personId], now: writing.now } as const;
  const threadId = await openThread(tx, opening);
  const written = await writeMessage(tx, { ...writing, threadId });
  return written.ok ? accept(threadId) : written;
}
