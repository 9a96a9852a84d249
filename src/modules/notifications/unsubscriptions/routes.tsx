import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { type Call, get, missing, page, post, type Reply, type Route } from '../../../platform/web/route.ts';
import type { NotificationServices } from '../mail/send.ts';
import { readToken, type Unsubscription } from '../mail/unsubscribe-token.ts';
import { notificationsPaths } from '../paths.ts';
import type { AllNews } from '../rules/all-news.ts';
import { insertOptOut } from '../store/preferences.ts';
import { notificationMessages } from '../words.ts';
import { LinkIsOver, Unsubscribed, UnsubscribePage } from './views.tsx';

const GONE = 410;

/**
 * The way out that each mail offers, without signing in. The link itself changes nothing, since scanners follow links;
 * the button does, and so does a mail program's own button (RFC 8058), which must not be sent elsewhere.
 */
export function unsubscriptionRoutes(
  { secret }: Pick<NotificationServices, 'secret'>,
  all: AllNews,
): readonly Route[] {
  const keys = makeTokens(secret);
  const read = ({ params, now }: { params: { token: string }; now: Temporal.Instant }) =>
    readWish(all, readToken(keys, params.token, now));
  return [
    get({
      path: notificationsPaths.unsubscription,
      access: 'everyone',
      audit: null,
      handle(call) {
        const wish = read(call);
        if (typeof wish === 'string') return noWish(call, wish);
        return page(
          titleIn(call, 'unsubscribe_title'),
          <UnsubscribePage token={call.params.token} group={wish.group} />,
        );
      },
    }),
    post({
      path: notificationsPaths.unsubscription,
      access: 'everyone',
      audit: 'notifications.unsubscribed',
      csrf: 'none',
      limit: { by: 'address', tries: 300, minutes: 10 },
      maxBytes: 8_192,
      async handle(call) {
        const wish = read(call);
        if (typeof wish === 'string') return noWish(call, wish);
        const { personId, group } = wish;
        await insertOptOut(call.db, { personId, group: group.name, now: call.now });
        await call.audit({ subjectIds: [personId], detail: { group: group.name } });
        return page(titleIn(call, 'unsubscribed_title'), <Unsubscribed group={group} />);
      },
    }),
  ];
}

/** @returns `forged` for a group that there is none of */
function readWish(all: AllNews, wish: Unsubscription | 'forged' | 'expired') {
  if (typeof wish === 'string') return wish;
  const group = all.groups.find(({ name }) => name === wish.group);
  return group ? { personId: wish.personId, group } : 'forged';
}

type Title = 'unsubscribe_title' | 'unsubscribed_title' | 'link_is_over_title';

const titleIn = ({ locale }: Pick<Call, 'locale'>, key: Title) => notificationMessages.in(locale).plain(key);

function noWish(call: Pick<Call, 'locale'>, why: 'forged' | 'expired'): Reply {
  return why === 'forged' ? missing() : page(titleIn(call, 'link_is_over_title'), <LinkIsOver />, GONE);
}
