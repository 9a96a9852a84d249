import { sql } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../platform/database/paging.ts';
import type { NewsKind } from '../../../platform/news.ts';
import type { AllNews } from '../rules/all-news.ts';
import type { InboxLine, News } from '../types.ts';

/** Two things told to the same person at once stand in a queue, so that one can see the other. */
export async function lockTelling(tx: Tx, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`notifications.person:${personId}`}, 0))`.execute(
    tx,
  );
}

/** Puts news into somebody's inbox. @returns false when it is there already */
export async function insertInboxLine(tx: Tx, news: News, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('notifications.notifications')
    .values({ ...rowOf(news), channel: 'inbox', created_at: now })
    .onConflict((conflict) => conflict.columns(['occasion', 'person_id', 'channel']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Plans a mail. @returns its id; null when one was planned before */
export async function insertMail(
  tx: Tx,
  news: News,
  times: { now: Temporal.Instant; dueAt: Temporal.Instant },
): Promise<string | null> {
  const row = await tx
    .insertInto('notifications.notifications')
    .values({ ...rowOf(news), channel: 'mail', created_at: times.now, due_at: times.dueAt })
    .onConflict((conflict) => conflict.columns(['occasion', 'person_id', 'channel']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
}

function rowOf({ occasion, personId, kind, objectId }: News) {
  return { occasion, person_id: personId, kind: kind.kind, object_id: objectId };
}

/** Whether somebody has unread news of some kinds about one of these things since an instant. */
export async function hasUnread(
  db: Database,
  about: {
    personId: string;
    kinds: readonly string[];
    objectIds: readonly string[];
    since: Temporal.Instant;
  },
): Promise<boolean> {
  if (about.kinds.length === 0 || about.objectIds.length === 0) return false;
  const row = await db
    .selectFrom('notifications.notifications')
    .select('id')
    .where('person_id', '=', about.personId)
    .where('channel', '=', 'inbox')
    .where('read_at', 'is', null)
    .where('kind', 'in', about.kinds)
    .where('object_id', 'in', about.objectIds)
    .where('created_at', '>', about.since)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is grave and unread in somebody's inbox, the newest first. */
export async function listGrave(
  db: Database,
  all: AllNews,
  personId: string,
  limit: number,
): Promise<InboxLine[]> {
  const grave = all.kinds.filter(({ isGrave }) => isGrave).map(({ kind }) => kind);
  if (grave.length === 0) return [];
  const rows = await linesOf(db, personId)
    .where('read_at', 'is', null)
    .where('kind', 'in', grave)
    .limit(limit)
    .execute();
  return named(all, rows);
}

/** Somebody's inbox, the newest first; without what another version has told. */
export async function listInbox(
  db: Database,
  all: AllNews,
  personId: string,
  window: Window,
): Promise<Page<InboxLine>> {
  let query = linesOf(db, personId);
  if (window.after)
    query = query.where(
      sql<boolean>`(created_at, id) < (select created_at, id from notifications.notifications
        where id = ${window.after} and person_id = ${personId})`,
    );
  const found = await query.limit(window.limit + 1).execute();
  const { rows, next } = toPage(found, window, ({ id }) => id);
  return { rows: named(all, rows), next };
}

function linesOf(db: Database, personId: string) {
  return db
    .selectFrom('notifications.notifications')
    .select(['id', 'kind', 'object_id as objectId', 'created_at as createdAt', 'read_at as readAt'])
    .where('person_id', '=', personId)
    .where('channel', '=', 'inbox')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc');
}

function named(
  all: AllNews,
  rows: readonly (Omit<InboxLine, 'kind'> & { readonly kind: string })[],
): InboxLine[] {
  return rows.flatMap((row) => {
    const kind = all.named(row.kind);
    return kind ? [{ ...row, kind }] : [];
  });
}

/** A line of somebody's own inbox; undefined for anybody else's. */
export async function findInboxLine(
  db: Database,
  all: AllNews,
  personId: string,
  id: string,
): Promise<Pick<InboxLine, 'kind' | 'objectId'> | undefined> {
  const row = await db
    .selectFrom('notifications.notifications')
    .select(['kind', 'object_id as objectId'])
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .where('channel', '=', 'inbox')
    .executeTakeFirst();
  const kind = row && all.named(row.kind);
  return kind && { kind, objectId: row.objectId };
}

/**
 * Marks what somebody was told until `now` by some kinds of news as read: of one thing, or of any. What comes while a page is
 * drawn may not stand on it, and stays unread.
 * @returns how many lines were unread
 */
export async function markRead(
  db: Database,
  about: {
    personId: string;
    kinds: readonly NewsKind[];
    objectId: string | null;
    now: Temporal.Instant;
  },
): Promise<number> {
  const { objectId } = about;
  if (about.kinds.length === 0) return 0;
  const marked = await db
    .updateTable('notifications.notifications')
    .set({ read_at: about.now })
    .where('person_id', '=', about.personId)
    .where('channel', '=', 'inbox')
    .where('read_at', 'is', null)
    .where(
      'kind',
      'in',
      about.kinds.map(({ kind }) => kind),
    )
    .where('created_at', '<=', about.now)
    .$if(objectId !== null, (query) => query.where('object_id', '=', objectId))
    .executeTakeFirst();
  return Number(marked.numUpdatedRows);
}

/** Marks what came until an instant as read: what comes while somebody reads stays unread. */
export async function markAllRead(
  tx: Tx,
  personId: string,
  times: { until: Temporal.Instant; now: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('notifications.notifications')
    .set({ read_at: times.now })
    .where('person_id', '=', personId)
    .where('channel', '=', 'inbox')
    .where('read_at', 'is', null)
    .where('created_at', '<=', times.until)
    .execute();
}

/** Deletes what somebody was told of a thing that they may no longer read. */
export async function forgetNews(
  tx: Tx,
  about: { personId: string; objectId: string; kinds: readonly string[] },
): Promise<void> {
  await tx
    .deleteFrom('notifications.notifications')
    .where('person_id', '=', about.personId)
    .where('object_id', '=', about.objectId)
    .where('kind', 'in', about.kinds)
    .execute();
}
