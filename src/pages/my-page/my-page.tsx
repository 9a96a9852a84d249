import type { VNode } from 'preact';
import { findLeaving, LeavingNotice } from '../../modules/people/index.ts';
import { type Ahead, findAhead, SpotAhead } from '../../modules/spot/index.ts';
import { findStanding } from '../../modules/trust/index.ts';
import type { Words } from '../../platform/languages/messages.tsx';
import { useWords } from '../../platform/languages/reading.tsx';
import { type Actor, STAFF_ROLES } from '../../platform/permissions.ts';
import { START_PATH } from '../../platform/sign-in/back-path.ts';
import { get, page, type Route, redirect } from '../../platform/web/route.ts';
import { Card, Link, PageHead } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { OwnPages } from './own-pages.tsx';

/** My page: what is next for me in whatever part I have, and all that I can say of myself. */
export const myPageRoute: Route = get({
  path: '/me',
  access: 'person',
  audit: null,
  async handle(call) {
    const { actor, db, now } = call;
    const personId = actor.personId ?? '';
    const ahead = await findAhead(db, personId, { roles: actor.roles, now });
    const { application } = await findStanding(db, personId, now);
    const isApplying = application?.state === 'submitted';
    const title = pageMessages.in(call.locale).plain('my_page');
    const leaving = await findLeaving(db, personId);
    return page(title, <MyPage {...{ actor, ahead, isApplying, leaving }} />);
  },
});

/** Where somebody begins who came in without a wish: their desk, or their page. */
export const startRoute: Route = get({
  path: START_PATH,
  access: 'person',
  audit: null,
  handle: (call) => redirect(call.actor.roles.has('coordinator') ? '/desk' : '/me'),
});

interface MyPageProps {
  readonly actor: Actor;
  readonly ahead: Ahead;
  /** Has applied to volunteer and waits for what is next. */
  readonly isApplying: boolean;
  /** Null for somebody who stays. */
  readonly leaving: Awaited<ReturnType<typeof findLeaving>>;
}

function MyPage(props: MyPageProps): VNode {
  const t = useWords(pageMessages);
  const { roles, name } = props.actor;
  return (
    <>
      <PageHead title={name ? t('my_page_title', { name }) : t('my_page')} />
      {props.leaving && <LeavingNotice leaving={props.leaving} />}
      <section>
        <h2>{t('my_page_next')}</h2>
        <SpotAhead ahead={props.ahead} />
        <div class="tiles">
          {roles.has('coordinator') && <Next href="/desk" title={t('desk')} text={t('my_page_desk_text')} />}
          {roles.has('administrator') && (
            <>
              <Next href="/people" title={t('people')} text={t('my_page_people_text')} />
              <Next href="/settings" title={t('settings')} text={t('my_page_settings_text')} />
            </>
          )}
          {roles.has('volunteer') && props.ahead.offerCount === 0 && (
            <Next href="/spot/offers" title={t('offers')} text={t('my_page_offers_text')} />
          )}
          {!isStaff(roles) && (
            <Next href="/spot/requests/new" title={t('home_ask')} text={t('my_page_ask_text')} />
          )}
          {!roles.has('volunteer') && !isStaff(roles) && (
            <Next
              href="/volunteering"
              title={t(props.isApplying ? 'volunteering' : 'home_volunteer')}
              text={t(props.isApplying ? 'my_page_applying_text' : 'my_page_volunteer_text')}
            />
          )}
        </div>
      </section>
      <section>
        <h2>{t('my_page')}</h2>
        <OwnPages roles={roles} isApplying={props.isApplying} />
      </section>
    </>
  );
}

function isStaff(roles: Actor['roles']): boolean {
  return STAFF_ROLES.some((role) => roles.has(role));
}

function Next(props: { href: string; title: Words; text: Words }): VNode {
  return (
    <Card title={<Link href={props.href}>{props.title}</Link>}>
      <p>{props.text}</p>
    </Card>
  );
}
