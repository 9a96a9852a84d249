import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { Module } from '../../platform/module.ts';
import { type AheadWay, type LiesAhead, lookAhead } from '../../platform/parts/ahead.ts';
import type { NavigationEntry } from '../../platform/parts/navigation.ts';
import type { Actor } from '../../platform/permissions.ts';
import { START_PATH } from '../../platform/web/passage/back-path.ts';
import { get, page, type Route, redirect } from '../../platform/web/route.ts';
import { Card, Columns, Disclosure, LineScene, Link, PageHead } from '../../ui/index.ts';
import { ownName } from '../frame/page-header.tsx';
import { pageMessages } from '../pages.ts';
import { OwnPages } from './own-pages.tsx';
import { WhatIsNext } from './what-is-next.tsx';

/** My page: the one thing that is next for me in whatever part I have, what comes after, and all that I can say of myself. */
export function myPageRoute(modules: readonly Pick<Module, 'ahead' | 'navigation'>[]): Route {
  const aheads = modules.flatMap(({ ahead }) => ahead ?? []);
  const entries = modules.flatMap(({ navigation = [] }) => navigation);
  return get({
    path: housePaths.me,
    access: 'person',
    audit: null,
    async handle({ actor, db, now, locale }) {
      const reader = { personId: actor.personId ?? '', roles: actor.roles, now, locale };
      const ahead = await lookAhead(aheads, db, reader);
      const title = pageMessages.in(locale).plain('my_page');
      return page(title, <MyPage actor={actor} ahead={ahead} entries={entries} />);
    },
  });
}

/** Where somebody begins who came in without a wish: their desk, or their page. */
export const startRoute: Route = get({
  path: START_PATH,
  access: 'person',
  audit: null,
  handle: (call) => redirect(call.actor.roles.has('coordinator') ? housePaths.desk() : housePaths.me()),
});

interface MyPageProps {
  readonly actor: Actor;
  readonly ahead: Required<LiesAhead>;
  readonly entries: readonly NavigationEntry[];
}

function MyPage({ actor, ahead, entries }: MyPageProps): VNode {
  const t = useWords(pageMessages);
  const name = ownName(actor, useLocale());
  const settled = ahead.items.filter(({ isSettled }) => isSettled);
  const [next, ...later] = ahead.items.filter(({ isSettled }) => !isSettled);
  const own = (
    <>
      {next ? <WhatIsNext item={next} /> : <NothingWaits />}
      {later.length > 0 && (
        <section>
          <h2>{t('my_page_later')}</h2>
          {later.map(({ card }) => card)}
        </section>
      )}
      {settled.length > 0 && (
        <Disclosure id="settled" summary={t('my_page_settled')}>
          {settled.map(({ card }) => card)}
        </Disclosure>
      )}
    </>
  );
  return (
    <>
      <PageHead title={name ? t('my_page_title', { name }) : t('my_page')} />
      {ahead.ways.length > 0 ? <Columns aside={<Ways ways={ahead.ways} />}>{own}</Columns> : own}
      <section data-width="full">
        <h2>{t('my_page_others')}</h2>
        <OwnPages entries={entries} parts={new Set([...actor.roles, ...ahead.parts])} />
      </section>
    </>
  );
}

function NothingWaits(): VNode {
  const t = useWords(pageMessages);
  return (
    <section>
      <h2>{t('my_page_next')}</h2>
      <p>{t('my_page_nothing')}</p>
      <LineScene name="new_year" isSmall />
    </section>
  );
}

function Ways({ ways }: { ways: readonly AheadWay[] }): VNode {
  const locale = useLocale();
  const t = useWords(pageMessages);
  return (
    <>
      <h2>{t('my_page_ways')}</h2>
      {ways.map(({ href, title, text }) => (
        <Card title={<Link href={href}>{title(locale)}</Link>}>
          <p>{text(locale)}</p>
        </Card>
      ))}
    </>
  );
}
