import type { Tx } from '../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../platform/refusal.ts';
import { publish } from './events.ts';
import { mayWrite, type Writer } from './rules.ts';
import {
  findOpenThreadId,
  findThread,
  insertMessage,
  insertParticipants,
  insertThread,
  markRead,
  markThreadClosed,
} from './store.ts';
import type { Subject, ThreadKind } from './types.ts';

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

/**
 * Opens a conversation for these people alone: one that is still open between others is closed first, so that nobody
 * reads along who no longer comes.
 */
export async function openThreadBetween(tx: Tx, opening: Opening): Promise<string> {
  const openId = await findOpenThreadId(tx, opening.kind, opening.subject);
  const thread = openId ? await findThread(tx, openId, 'locked') : null;
  const everybody = thread ? [...thread.participantIds, ...thread.formerIds] : [];
  if (thread && everybody.some((id) => !opening.participantIds.includes(id)))
    await markThreadClosed(tx, thread.id, opening.now);
  return openThread(tx, opening);
}

/** Closes the open conversation of a kind about a thing; nothing to do when there is none. */
export async function closeThread(tx: Tx, closing: Omit<Opening, 'participantIds'>): Promise<void> {
  const id = await findOpenThreadId(tx, closing.kind, closing.subject);
  if (id) await markThreadClosed(tx, id, closing.now);
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
