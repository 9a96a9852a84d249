import { z } from 'zod';
import { isUse } from '../../../platform/web/passage/use.ts';
import { get, missing, post, type Route, redirect } from '../../../platform/web/route.ts';
import { notificationsPaths } from '../paths.ts';
import type { AllNews } from '../rules/all-news.ts';
import { findInboxLine, markAllRead, markRead } from '../store/notifications.ts';
import { notificationMessages } from '../words.ts';
import { inboxList } from './list.tsx';

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
    ...inboxList(all),
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
          await markRead(db, { personId, kinds: all.leadingTo(path, objectId), objectId, now });
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
