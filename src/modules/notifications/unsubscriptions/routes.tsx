import { makeKeys } from '../../../platform/sign-in/keys.ts';
import { get, missing, page, post, type Reply, type Route, type Visit } from '../../../platform/web/route.ts';
import type { NotificationServices } from '../mail/send.ts';
import { readToken } from '../mail/unsubscribe-token.ts';
import { insertOptOut } from '../store/preferences.ts';
import { notificationMessages } from '../words.ts';
import { LinkIsOver, Unsubscribed, UnsubscribePage } from './views.tsx';

const GONE = 410;

/**
 * The way out that each mail offers, without signing in. The link itself changes nothing, since scanners follow links;
 * the button does, and so does a mail program's own button (RFC 8058), which must not be sent elsewhere.
 */
export function unsubscriptionRoutes({ secret }: Pick<NotificationServices, 'secret'>): readonly Route[] {
  const keys = makeKeys(secret);
  return [
    get({
      path: '/unsubscriptions/:token',
      access: 'everyone',
      audit: null,
      handle(visit) {
        const { token } = visit.params;
        const wish = readToken(keys, token, visit.now);
        if (typeof wish === 'string') return noWish(visit, wish);
        return page(
          titleIn(visit, 'unsubscribe_title'),
          <UnsubscribePage token={token} group={wish.group} />,
        );
      },
    }),
    post({
      path: '/unsubscriptions/:token',
      access: 'everyone',
      audit: 'notifications.unsubscribed',
      csrf: 'none',
      limit: { by: 'address', tries: 300, minutes: 10 },
      maxBytes: 8_192,
      async handle(visit) {
        const wish = readToken(keys, visit.params.token, visit.now);
        if (typeof wish === 'string') return noWish(visit, wish);
        const { personId, group } = wish;
        await insertOptOut(visit.db, { personId, group, now: visit.now });
        await visit.audit({ subjectIds: [personId], detail: { group } });
        return page(titleIn(visit, 'unsubscribed_title'), <Unsubscribed group={group} />);
      },
    }),
  ];
}

type Title = 'unsubscribe_title' | 'unsubscribed_title' | 'link_is_over_title';

const titleIn = ({ locale }: Pick<Visit, 'locale'>, key: Title) => notificationMessages.in(locale).plain(key);

function noWish(visit: Pick<Visit, 'locale'>, why: 'forged' | 'expired'): Reply {
  return why === 'forged' ? missing() : page(titleIn(visit, 'link_is_over_title'), <LinkIsOver />, GONE);
}
