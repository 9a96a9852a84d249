import { type Asking, type Found, listRoutes } from '../../../kits/lists/index.ts';
import type { InShort } from '../../../platform/news.ts';
import type { Route } from '../../../platform/web/route.ts';
import { notificationsPaths } from '../paths.ts';
import type { AllNews } from '../rules/all-news.ts';
import { listGrave, listInbox } from '../store/notifications.ts';
import type { InboxLine } from '../types.ts';
import { notificationMessages } from '../words.ts';
import { AboveNews, Line, type Told, ToSettings } from './views.tsx';

/** Somebody's inbox, the newest first. */
export function inboxList(all: AllNews): readonly Route[] {
  return listRoutes({
    path: notificationsPaths.inbox,
    access: 'person',
    audit: null,
    async find(asking, _filters, window): Promise<Found<Told>> {
      const { db, now } = asking;
      const personId = asking.actor.personId ?? '';
      const grave = window.after === null ? await listGrave(db, all, personId, window.limit) : [];
      const { rows, next } = await listInbox(db, all, personId, window);
      const things = await listThings(asking, [...grave, ...rows]);
      const told = (line: InboxLine) => ({ ...line, thing: things.get(line.objectId ?? '') });
      const hasUnread = [...grave, ...rows].some(({ readAt }) => readAt === null);
      return {
        rows: rows.filter(({ id }) => !grave.some((line) => line.id === id)).map(told),
        next,
        notice: <AboveNews grave={grave.map(told)} hasUnread={hasUnread} now={now} />,
        none: rows.length > 0 ? null : undefined,
      };
    },
    row: (line) => <Line line={line} />,
    keyOf: ({ id }) => `n-${id}`,
    rowsAPage: 30,
    words: notificationMessages,
    title: 'inbox_title',
    lead: 'inbox_lead',
    empty: 'inbox_empty_title',
    emptyText: 'inbox_empty_text',
    foot: () => <ToSettings />,
  });
}

/** The things that lines are about; whether the reader still has to do with them is asked of the things themselves. */
async function listThings(
  { db, actor }: Pick<Asking, 'db' | 'actor'>,
  lines: readonly InboxLine[],
): Promise<ReadonlyMap<string, InShort>> {
  const byThing = Map.groupBy(lines, ({ kind: { about } }) => (typeof about === 'object' ? about : null));
  const found = new Map<string, InShort>();
  for (const [thing, about] of byThing) {
    const ids = about.flatMap(({ objectId }) => objectId ?? []);
    const things = (await thing?.listInShort?.(db, ids, actor)) ?? [];
    for (const [id, inShort] of things) found.set(id, inShort);
  }
  return found;
}
