import { z } from 'zod';
import { After } from '../../../platform/database/paging.ts';
import type { InShort } from '../../../platform/news.ts';
import { isUse } from '../../../platform/web/passage/use.ts';
import { type Call, get, missing, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { notificationsPaths } from '../paths.ts';
import { type AllNews, leadingTo } from '../rules/all-news.ts';
import { findInboxLine, listGrave, listInbox, markAllRead, markRead } from '../store/notifications.ts';
import type { InboxLine } from '../types.ts';
import { notificationMessages } from '../words.ts';
import { InboxPage } from './views.tsx';

const LINES_A_PAGE = 30;

/** An instant as the page's own form sends it. */
const Reading = z.object({
  until: z
    .string()
    .default('')
    .transform((typed, context) => {
      try {
        return Temporal.Instant.from(typed);
      } catch {
        context.addIssue({ code: 'custom', message: 'value_does_not_fit' });
        return z.NEVER;
      }
    }),
});

/** What has happened, for whoever is signed in. */
export function inboxRoutes(all: AllNews): readonly Route[] {
  return [
    get({
      path: notificationsPaths.inbox,
      access: 'person',
      audit: null,
      query: After,
      async handle(call) {
        const { after } = call.fields;
        const window = { after, limit: LINES_A_PAGE };
        const personId = call.actor.personId ?? '';
        const grave = after === null ? await listGrave(call.db, all, personId, LINES_A_PAGE) : [];
        const lines = await listInbox(call.db, all, personId, window);
        const things = await listThings(call, [...grave, ...lines.rows]);
        return page(
          notificationMessages.in(call.locale).plain('inbox_title'),
          <InboxPage grave={grave} lines={lines} after={after} things={things} now={call.now} />,
        );
      },
    }),
    get({
      path: notificationsPaths.inboxOne,
      access: 'person',
      audit: null,
      async handle(call) {
        const { db, now, headers } = call;
        const personId = call.actor.personId ?? '';
        const line = await findInboxLine(db, all, personId, call.params.id);
        if (!line) return missing();
        const { objectId } = line;
        const path = line.kind.path(objectId ?? '');
        // What leads to the same page is read there too.
        if (isUse(headers))
          await markRead(db, { personId, kinds: leadingTo(all.kinds, path, objectId), objectId, now });
        return redirect(path);
      },
    }),
    post({
      path: notificationsPaths.inboxReadings,
      access: 'person',
      audit: null,
      form: Reading,
      async handle(call) {
        const times = { until: call.fields.until, now: call.now };
        await markAllRead(call.db, call.actor.personId ?? '', times);
        const text = notificationMessages.in(call.locale).noted('all_are_read');
        return redirect(notificationsPaths.inbox(), { tone: 'done', text });
      },
    }),
  ];
}

/** The things that lines are about; whether the reader still has to do with them is asked of the things themselves. */
async function listThings(
  { db, actor }: Pick<Call<unknown, unknown>, 'db' | 'actor'>,
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
