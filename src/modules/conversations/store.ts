import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database, Tx } from '../../platform/database/connect.ts';
import { sealedColumn } from '../../platform/sealed/column.ts';
import type { Subject } from '../../platform/thing.ts';
import type { Message, Thread, ThreadKind } from './types.ts';

export const messageWords = sealedColumn('conversations.messages.words');

/** @returns null when there is no such thread; with `lock`, nobody closes it before the transaction ends */
export async function findThread(
  db: Database,
  id: string,
  lock: 'locked' | 'unlocked' = 'unlocked',
): Promise<Thread | null> {
  let query = db.selectFrom('conversations.threads').selectAll().where('id', '=', id);
  if (lock === 'locked') query = query.forShare();
  const row = await query.executeTakeFirst();
  if (!row) return null;
  const everybody = await db
    .selectFrom('conversations.participants')
    .select(['person_id', 'left_at'])
    .where('thread_id', '=', id)
    .orderBy('person_id')
    .execute();
  const present = everybody.filter(({ left_at }) => left_at === null);
  const former = everybody.filter(({ left_at }) => left_at !== null);
  return {
    id: row.id,
    kind: row.kind,
    subject: { kind: row.subject_kind, id: row.subject_id },
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    participantIds: present.map(({ person_id }) => person_id),
    formerIds: former.map(({ person_id }) => person_id),
  };
}

/** The open thread of a kind about a thing. */
export async function findOpenThreadId(
  db: Database,
  kind: ThreadKind,
  subject: Subject,
): Promise<string | null> {
  const row = await db
    .selectFrom('conversations.threads')
    .select('id')
    .where('kind', '=', kind)
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** The threads about a thing, the oldest first. @param readerId only those that they may read; without it all, for staff */
export async function listThreadsAbout(
  db: Database,
  subject: Subject,
  readerId?: string,
): Promise<{ id: string; kind: ThreadKind; closedAt: Temporal.Instant | null }[]> {
  let query = db
    .selectFrom('conversations.threads')
    .select(['id', 'kind', 'closed_at as closedAt'])
    .where('subject_kind', '=', subject.kind)
    .where('subject_id', '=', subject.id)
    .orderBy('opened_at');
  if (readerId)
    query = query.where('id', 'in', (own) =>
      own
        .selectFrom('conversations.participants')
        .select('thread_id')
        .where('person_id', '=', readerId)
        .where('left_at', 'is', null),
    );
  return query.execute();
}

/** Nobody else settles the conversations about a thing before the transaction ends. */
export async function holdSubject(tx: Tx, { kind, id }: Subject): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`conversations:${kind}:${id}`}, 0))`.execute(tx);
}

/** Who has left which of the conversations about a thing. */
export async function listLeft(
  db: Database,
  subject: Subject,
): Promise<{ threadId: string; personId: string }[]> {
  return db
    .selectFrom('conversations.participants as p')
    .innerJoin('conversations.threads as t', 't.id', 'p.thread_id')
    .select(['p.thread_id as threadId', 'p.person_id as personId'])
    .where('t.subject_kind', '=', subject.kind)
    .where('t.subject_id', '=', subject.id)
    .where('p.left_at', 'is not', null)
    .execute();
}

/** Opens a thread unless one is open; rivals get the same one. */
export async function insertThread(
  tx: Tx,
  kind: ThreadKind,
  subject: Subject,
  now: Temporal.Instant,
): Promise<string> {
  await tx
    .insertInto('conversations.threads')
    .values({ kind, subject_kind: subject.kind, subject_id: subject.id, opened_at: now })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'subject_kind', 'subject_id']).where('closed_at', 'is', null).doNothing(),
    )
    .execute();
  const id = await findOpenThreadId(tx, kind, subject);
  if (!id) throw new Error('a thread was closed while it was being opened');
  return id;
}

export async function insertParticipants(
  tx: Tx,
  threadId: string,
  personIds: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insertInto('conversations.participants')
    .values(personIds.map((personId) => ({ thread_id: threadId, person_id: personId, joined_at: now })))
    .onConflict((conflict) => conflict.columns(['thread_id', 'person_id']).doUpdateSet({ left_at: null }))
    .execute();
}

export async function markThreadClosed(tx: Tx, threadId: string, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('conversations.threads')
    .set({ closed_at: now })
    .where('id', '=', threadId)
    .where('closed_at', 'is', null)
    .execute();
}

export async function insertMessage(tx: Tx, threadId: string, message: Omit<Message, 'id'>): Promise<string> {
  const id = randomUUID();
  await tx
    .insertInto('conversations.messages')
    .values({
      id,
      thread_id: threadId,
      author_id: message.authorId,
      as_staff: message.asStaff,
      words: messageWords.seal(tx, id, message.words),
      words_locale: message.wordsLocale,
      sent_at: message.sentAt,
    })
    .execute();
  return id;
}

export async function markRead(
  db: Database,
  threadId: string,
  personId: string,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .updateTable('conversations.participants')
    .set({ read_at: now })
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .execute();
}

/** Whether somebody takes part in a thread, has left it, or never had to do with it. */
export async function findPart(
  db: Database,
  threadId: string,
  personId: string,
): Promise<'present' | 'former' | 'none'> {
  const row = await db
    .selectFrom('conversations.participants')
    .select('left_at')
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return 'none';
  return row.left_at === null ? 'present' : 'former';
}
