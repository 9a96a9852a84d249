import { z } from 'zod';
import { After } from '../../../platform/database/paging.ts';
import { isUse } from '../../../platform/sign-in/sessions/actor.ts';
import { get, missing, page, post, type Route, redirect } from '../../../platform/web/route.ts';
import { listInShort } from '../../spot/index.ts';
import { isAboutRequest, pageOf } from '../rules/pages.ts';
import { findInboxLine, listInbox, markAllRead, markRead } from '../store/notifications.ts';
import { factsOf, type InboxLine, kindsAbout } from '../types.ts';
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
export const inboxRoutes: readonly Route[] = [
  get({
    path: '/inbox',
    access: 'person',
    audit: null,
    query: After,
    async handle(call) {
      const { actor } = call;
      const { after } = call.fields;
      const personId = actor.personId ?? '';
      const lines = await listInbox(call.db, personId, { after, limit: LINES_A_PAGE });
      const reader = { personId, isAtDesk: actor.strong && actor.roles.has('coordinator') };
      const requests = await listInShort(call.db, lines.rows.flatMap(requestIn), reader);
      return page(
        notificationMessages.in(call.locale).plain('inbox_title'),
        <InboxPage lines={lines} after={after} requests={requests} now={call.now} />,
      );
    },
  }),
  get({
    path: '/inbox/:id',
    access: 'person',
    audit: null,
    async handle(call) {
      const { db, now, headers } = call;
      const personId = call.actor.personId ?? '';
      const line = await findInboxLine(db, personId, call.params.id);
      if (!line) return missing();
      const { about } = factsOf(line.kind);
      // What leads to the same page is read there too.
      if (isUse(headers))
        await markRead(db, { personId, kinds: kindsAbout(about), objectId: line.objectId, now });
      return redirect(pageOf(about, line.objectId));
    },
  }),
  post({
    path: '/inbox/readings',
    access: 'person',
    audit: null,
    form: Reading,
    async handle(call) {
      const times = { until: call.fields.until, now: call.now };
      await markAllRead(call.db, call.actor.personId ?? '', times);
      const text = notificationMessages.in(call.locale).noted('all_are_read');
      return redirect('/inbox', { tone: 'done', text });
    },
  }),
];

/** The request that a line is about; whether the reader still has to do with it is asked of the request itself. */
function requestIn({ kind, objectId }: InboxLine): string[] {
  return objectId && isAboutRequest(factsOf(kind).about) ? [objectId] : [];
}
