import type { Database } from '../../../platform/database/connect.ts';
import type { Seen } from '../../../platform/web/route.ts';
import type { AllNews } from '../rules/all-news.ts';
import { markRead } from '../store/notifications.ts';

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/**
 * Marks as read what leads to a page that somebody has before them, however they got there, and what is read there too.
 * @returns how many lines were unread
 */
export function noteSeen({ kinds, leadingTo }: AllNews) {
  const readElsewhere = kinds.filter(({ alsoReadAt }) => alsoReadAt);
  return async (db: Database, { personId, path, now }: Seen): Promise<number> => {
    // A page without an id is about all things of its sort.
    const objectId = ID.exec(path)?.[0] ?? null;
    let read = await markRead(db, { personId, kinds: leadingTo(path, objectId), objectId, now });
    for (const kind of readElsewhere) {
      const alsoRead = await kind.alsoReadAt?.(db, path);
      if (alsoRead) read += await markRead(db, { personId, kinds: [kind], objectId: alsoRead, now });
    }
    return read;
  };
}
