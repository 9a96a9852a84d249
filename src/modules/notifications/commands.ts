import type { Tx } from '../../platform/database/connect.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import { tellPages } from '../../platform/live/tell-pages.ts';
import { DESK } from '../../platform/news.ts';
import type { Matter } from './matter.ts';
import { questionOf } from './recipients.ts';
import type { AllNews } from './rules/all-news.ts';
import { dueAt } from './rules/quiet-hours.ts';
import { findLastDigestAt } from './store/mails.ts';
import { hasUnread, insertInboxLine, insertMail, lockTelling } from './store/notifications.ts';
import { deleteOptOuts, findPreferences, insertOptOut, upsertQuietHours } from './store/preferences.ts';
import type { News, QuietHours } from './types.ts';

/** The job that sends what a telling has planned: one mail, or all that waits for a coordinator about the desk. */
export const SEND_NOTIFICATIONS = 'notifications-send';
export type SendJob = { readonly mailId: string } | { readonly deskOf: string };

/** So long unread news make other news of the same needless. */
const SAME_NEWS_MINUTES = 60;

type Circumstances = Matter & { readonly now: Temporal.Instant };

/**
 * Tells somebody something: puts it into their inbox and plans a mail if they want one. Nothing happens when they were
 * told of the occasion before, may not know of it, or have unread news that says the same.
 */
export async function tell(tx: Tx, all: AllNews, news: News, around: Circumstances): Promise<void> {
  const { now } = around;
  await lockTelling(tx, news.personId);
  const question = await questionOf(tx, news, now);
  if (!question || !(await news.kind.mayKnow(question))) return;
  const since = now.subtract({ minutes: SAME_NEWS_MINUTES });
  const { personId, kind } = news;
  const same = { personId, kinds: kind.sameAs ?? [], objectIds: around.sameMatter, since };
  if (await hasUnread(tx, same)) return;
  if (!(await insertInboxLine(tx, news, now))) return;
  await tellPages(tx, [`person:${personId}`]);
  await planMail(tx, all, news, around);
}

async function planMail(tx: Tx, all: AllNews, news: News, { now, times }: Circumstances): Promise<void> {
  const { personId, kind } = news;
  const { group, inboxOnly } = kind;
  const { unwanted, quiet } = await findPreferences(tx, personId);
  if (inboxOnly || unwanted.has(group.name)) return;
  const lastDigestAt = group === DESK ? await findLastDigestAt(tx, all, personId) : null;
  const due = dueAt({ kind, now, quiet, times, lastDigestAt });
  const mailId = await insertMail(tx, news, { now, dueAt: due });
  if (!mailId) return;
  const [job, key]: [SendJob, string] =
    group === DESK ? [{ deskOf: personId }, `desk:${personId}`] : [{ mailId }, mailId];
  await addJob(tx, SEND_NOTIFICATIONS, job, { runAt: due, key: `${SEND_NOTIFICATIONS}:${key}` });
}

/**
 * Sets what somebody wants by mail, and their quiet hours.
 * @param wish.offered the groups that were on the form; others stay as they are
 * @param wish.wanted those of them that were ticked
 */
export async function changePreferences(
  tx: Tx,
  wish: {
    personId: string;
    offered: readonly string[];
    wanted: readonly string[];
    quiet: QuietHours;
    now: Temporal.Instant;
  },
): Promise<void> {
  const { personId, now, quiet, offered } = wish;
  await deleteOptOuts(
    tx,
    personId,
    offered.filter((group) => wish.wanted.includes(group)),
  );
  for (const group of offered.filter((one) => !wish.wanted.includes(one)))
    await insertOptOut(tx, { personId, group, now });
  await upsertQuietHours(tx, personId, quiet, now);
}
