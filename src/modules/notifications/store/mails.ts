import type { Database, Tx } from '../../../platform/database/connect.ts';
import { DESK } from '../../../platform/news.ts';
import type { AllNews } from '../rules/all-news.ts';
import type { News } from '../types.ts';

/** A mail that waits, or has come too late because the inbox was read first. */
export interface PlannedMail extends News {
  readonly id: string;
  readonly isRead: boolean;
}

const ofDesk = ({ kinds }: AllNews) => kinds.filter(({ group }) => group === DESK).map(({ kind }) => kind);

/** To whom a mail goes that is neither sent nor dropped. */
export async function findAddressee(db: Database, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('notifications.notifications')
    .select('person_id')
    .where('id', '=', id)
    .where('sent_at', 'is', null)
    .where('dropped_at', 'is', null)
    .executeTakeFirst();
  return row?.person_id ?? null;
}

/** Locks all mails of a person that are due, the oldest first; those about the desk go out by themselves. */
export async function lockDueMails(
  tx: Tx,
  all: AllNews,
  personId: string,
  now: Temporal.Instant,
): Promise<PlannedMail[]> {
  const rows = await planned(tx)
    .where('m.person_id', '=', personId)
    .where('m.due_at', '<=', now)
    .where('m.kind', 'not in', ofDesk(all))
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute();
  return read(all, rows);
}

/** Locks all planned mails of a person about the desk, the oldest first. */
export async function lockDeskMails(tx: Tx, all: AllNews, personId: string): Promise<PlannedMail[]> {
  const rows = await planned(tx)
    .where('m.person_id', '=', personId)
    .where('m.kind', 'in', ofDesk(all))
    .orderBy('m.created_at')
    .orderBy('m.id')
    .execute();
  return read(all, rows);
}

function planned(tx: Tx) {
  return tx
    .selectFrom('notifications.notifications as m')
    .leftJoin('notifications.notifications as i', (join) =>
      join
        .onRef('i.occasion', '=', 'm.occasion')
        .onRef('i.person_id', '=', 'm.person_id')
        .on('i.channel', '=', 'inbox'),
    )
    .select(['m.id', 'm.occasion', 'm.person_id as personId', 'm.kind', 'm.object_id as objectId'])
    .select('i.read_at as readAt')
    .where('m.channel', '=', 'mail')
    .where('m.sent_at', 'is', null)
    .where('m.dropped_at', 'is', null)
    .forUpdate('m');
}

type Row = Omit<PlannedMail, 'kind' | 'isRead'> & { kind: string; readAt: Temporal.Instant | null };

function read(all: AllNews, rows: readonly Row[]): PlannedMail[] {
  return rows.flatMap(({ readAt, ...row }) => {
    const kind = all.named(row.kind);
    return kind ? [{ ...row, kind, isRead: readAt !== null }] : [];
  });
}

/** Marks mails as handed over, or as not sent after all. */
export async function settleMails(
  tx: Tx,
  ids: readonly string[],
  how: { sent: Temporal.Instant } | { dropped: Temporal.Instant },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .updateTable('notifications.notifications')
    .set('sent' in how ? { sent_at: how.sent } : { dropped_at: how.dropped })
    .where('id', 'in', ids)
    .execute();
}

/** When somebody last got a mail about the desk. */
export async function findLastDigestAt(
  db: Database,
  all: AllNews,
  personId: string,
): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('notifications.notifications')
    .select('sent_at')
    .where('person_id', '=', personId)
    .where('channel', '=', 'mail')
    .where('sent_at', 'is not', null)
    .where('kind', 'in', ofDesk(all))
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.sent_at ?? null;
}
