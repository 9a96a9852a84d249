import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import type { Subject } from '../../../platform/thing.ts';
import { findOpenThreadId, messageWords } from '../store.ts';
import type { Message, ThreadLine } from '../types.ts';

/**
 * Somebody's conversations, the one in which something was said last first; one query.
 * @param whose `own`: those that they may still read; `ever`: for staff, also those that they have left
 */
export async function listThreadsOf(
  db: Database,
  personId: string,
  window: Window,
  whose: 'own' | 'ever' = 'own',
): Promise<Page<ThreadLine>> {
  const onward = window.after
    ? sql`and (me.last_at, me.thread_id) < (select last_at, thread_id from conversations.participants
        where person_id = ${personId} and thread_id = ${window.after})`
    : sql``;
  const found = await sql<ThreadLine & { subjectKind: string; subjectId: string }>`
    select t.id, t.kind, t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.opened_at as "openedAt", t.closed_at as "closedAt",
      array(select o.person_id from conversations.participants o where o.thread_id = t.id and o.person_id <> ${personId} order by 1) as others,
      (select count(*) from conversations.messages m where m.thread_id = t.id and m.author_id <> ${personId}
        and (me.read_at is null or m.sent_at > me.read_at)) as "unreadCount",
      (select max(m.sent_at) from conversations.messages m where m.thread_id = t.id) as "lastSentAt"
    from conversations.participants me join conversations.threads t on t.id = me.thread_id
    where me.person_id = ${personId} and (me.left_at is null or ${whose === 'ever'}) ${onward}
    order by me.last_at desc, me.thread_id desc limit ${window.limit + 1}`.execute(db);
  const lines = found.rows.map(({ subjectKind, subjectId, ...line }) => ({
    ...line,
    subject: { kind: subjectKind, id: subjectId },
  }));
  return toPage(lines, window, ({ id }) => id);
}

/** What the conversations are about that are open and in which all of these people take part. */
export async function listOpenSubjects(db: Database, personIds: readonly string[]): Promise<Subject[]> {
  return db
    .selectFrom('conversations.participants as p')
    .innerJoin('conversations.threads as t', 't.id', 'p.thread_id')
    .select(['t.subject_kind as kind', 't.subject_id as id'])
    .where('p.person_id', 'in', personIds)
    .where('p.left_at', 'is', null)
    .where('t.closed_at', 'is', null)
    .groupBy('t.id')
    .having((is) => is.fn.countAll(), '=', personIds.length)
    .orderBy('t.opened_at')
    .execute();
}

/** Whether somebody who takes part in a thread has read all that others wrote in it. */
export async function hasReadAll(db: Database, threadId: string, personId: string): Promise<boolean> {
  const me = await db
    .selectFrom('conversations.participants')
    .select('read_at')
    .where('thread_id', '=', threadId)
    .where('person_id', '=', personId)
    .where('left_at', 'is', null)
    .executeTakeFirst();
  if (!me) return false;
  let unread = db
    .selectFrom('conversations.messages')
    .select('id')
    .where('thread_id', '=', threadId)
    .where('author_id', '<>', personId);
  if (me.read_at) unread = unread.where('sent_at', '>', me.read_at);
  return (await unread.limit(1).executeTakeFirst()) === undefined;
}

/** Messages of a thread from the newest back, each page oldest first. */
export async function listMessages(db: Database, threadId: string, window: Window): Promise<Page<Message>> {
  let query = messages(db).where('thread_id', '=', threadId);
  if (window.after)
    query = query.where(
      sql<boolean>`(sent_at, id) < (select sent_at, id from conversations.messages
        where id = ${window.after} and thread_id = ${threadId})`,
    );
  const found = await query
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(window.limit + 1)
    .execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: rows.toReversed().map((row) => open(db, row)), next };
}

/** What coordinators last wrote to somebody about a thing, as long as they talk about it; null where they wrote nothing. */
export async function findWordsOfStaff(
  db: Database,
  subject: Subject,
): Promise<{ readonly threadId: string; readonly words: string } | null> {
  const threadId = await findOpenThreadId(db, 'asking', subject);
  if (!threadId) return null;
  const row = await messages(db)
    .where('thread_id', '=', threadId)
    .where('as_staff', '=', true)
    .orderBy('sent_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { threadId, words: open(db, row).words } : null;
}

/** All that others wrote in the conversations that somebody may still read, the oldest first. */
export async function listAllReceived(db: Database, personId: string): Promise<Message[]> {
  const rows = await messages(db)
    .where('thread_id', 'in', (own) =>
      own
        .selectFrom('conversations.participants')
        .select('thread_id')
        .where('person_id', '=', personId)
        .where('left_at', 'is', null),
    )
    .where('author_id', '<>', personId)
    .orderBy('sent_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => open(db, row));
}

function messages(db: Database) {
  return db
    .selectFrom('conversations.messages')
    .select(['id', 'author_id as authorId', 'as_staff as asStaff', 'words'])
    .select(['words_locale as wordsLocale', 'sent_at as sentAt']);
}

type Row = Awaited<ReturnType<ReturnType<typeof messages>['execute']>>[number];

function open(db: Database, row: Row): Message {
  return { ...row, words: messageWords.open(db, row.id, row.words) };
}
