import type { VNode } from 'preact';
import type { Words } from '../platform/languages/messages.tsx';
import { useWords } from '../platform/languages/reading.tsx';
import type { Actor } from '../platform/permissions.ts';
import { get, page, type Route } from '../platform/web/route.ts';
import { Card, Link, PageHead } from '../ui/index.ts';
import { pageMessages } from './pages.ts';

/** My page: what is next for me in whatever part I have, and all that I can say of myself. */
export const myPageRoute: Route = get({
  path: '/me',
  access: 'person',
  audit: null,
  handle(visit) {
    const t = pageMessages.in(visit.locale);
    return page(t.plain('my_page'), <MyPage actor={visit.actor} />);
  },
});

function MyPage(props: { actor: Actor }): VNode {
  const t = useWords(pageMessages);
  const { roles, name } = props.actor;
  return (
    <>
      <PageHead title={t('my_page_title', { name })} />
      <section>
        <h2>{t('my_page_next')}</h2>
        <div class="tiles">
          {roles.has('coordinator') && <Next href="/desk" title={t('desk')} text={t('my_page_desk_text')} />}
          {roles.has('volunteer') && (
            <Next href="/spot/offers" title={t('offers')} text={t('my_page_offers_text')} />
          )}
          {roles.has('resident') && (
            <Next href="/spot/requests/new" title={t('home_ask')} text={t('my_page_ask_text')} />
          )}
          {!roles.has('volunteer') && !roles.has('coordinator') && (
            <Next href="/volunteering" title={t('my_page_volunteer')} text={t('my_page_volunteer_text')} />
          )}
        </div>
      </section>
      <section>
        <h2>{t('my_page')}</h2>
        <OwnPages actor={props.actor} />
      </section>
    </>
  );
}

function Next(props: { href: string; title: Words; text: Words }): VNode {
  return (
    <Card title={<Link href={props.href}>{props.title}</Link>}>
      <p>{props.text}</p>
    </Card>
  );
}

const OWN_PAGES = [
  ['/me/profile', 'profile'],
  ['/me/languages', 'my_languages'],
  ['/me/place', 'my_place'],
  ['/me/household', 'household'],
  ['/me/sharing', 'sharing'],
  ['/me/notifications', 'notification_settings'],
  ['/conversations', 'conversations'],
  ['/me/record', 'my_record'],
  ['/sessions', 'sessions'],
] as const;

const VOLUNTEER_PAGES = [
  ['/me/availability', 'availability'],
  ['/spot/visits', 'visits'],
  ['/volunteering', 'volunteering'],
] as const;

function OwnPages(props: { actor: Actor }): VNode {
  const t = useWords(pageMessages);
  const pages = props.actor.roles.has('volunteer') ? [...VOLUNTEER_PAGES, ...OWN_PAGES] : OWN_PAGES;
  return (
    <ul class="row">
      {pages.map(([href, key]) => (
        <li>
          <Link href={href} kind="block">
            {t(key)}
          </Link>
        </li>
      ))}
    </ul>
  );
}
