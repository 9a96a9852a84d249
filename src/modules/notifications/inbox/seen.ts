import type { Database } from '../../../platform/database/connect.ts';
import type { Seen } from '../../../platform/web/route.ts';
import { findThread } from '../../conversations/index.ts';
import { readAt } from '../rules/pages.ts';
import { markRead } from '../store/notifications.ts';
import { kindsAbout } from '../types.ts';

/**
 * Marks as read what leads to a page that somebody has before them, however they got there. A conversation about a request
 * is also where the coordinators' question is read.
 * @returns how many lines were unread
 */
export async function noteSeen(db: Database, { personId, path, now }: Seen): Promise<number> {
  const { abouts, objectId } = readAt(path);
  if (abouts.length === 0) return 0;
  const read = await markRead(db, { personId, kinds: abouts.flatMap(kindsAbout), objectId, now });
  if (objectId === null || !abouts.includes('thread')) return read;
  const subject = (await findThread(db, objectId))?.subject;
  if (subject?.kind !== 'spot.request') return read;
  const kinds = kindsAbout('own_question');
  return read + (await markRead(db, { personId, kinds, objectId: subject.id, now }));
}
