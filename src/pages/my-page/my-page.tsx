import type { VNode } from 'preact';
import { housePaths } from '../../platform/addresses/paths.ts';
import { useLocale, useWords } from '../../platform/languages/reading.tsx';
import type { Module } from '../../platform/module.ts';
import { type AheadWay, type LiesAhead, lookAhead } from '../../platform/parts/ahead.ts';
import type { NavigationEntry } from '../../platform/parts/navigation.ts';
import type { Actor } from '../../platform/permissions.ts';
import { START_PATH } from '../../platform/web/passage/back-path.ts';
import { get, page, type Route, redirect } from '../../platform/web/route.ts';
import { Card, Link, PageHead } from '../../ui/index.ts';
import { pageMessages } from '../pages.ts';
import { OwnPages } from './own-pages.tsx';

/** My page: what is next for me in whatever part I have, and all that I can say of myself. */
export function myPageRoute(modules: readonly Pick<Module, 'ahead' | 'navigation'>[]): Route {
  const aheads = modules.flatMap(({ ahead }) => ahead ?? []);
  const entries = modules.flatMap(({ navigation = [] }) => navigation);
  return get({
    path: housePaths.me,
    access: 'person',
    audit: null,
    async handle({ actor, db, now, locale }) {
      const reader = { personId: actor.personId ?? '', roles: actor.roles, now };
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

function MyPage({ actor: { roles, name }, ahead, entries }: MyPageProps): VNode {
  const t = useWords(pageMessages);
  return (
    <>
      <PageHead title={name ? t('my_page_title', { name }) : t('my_page')} />
      <section>
        <h2>{t('my_page_next')}</h2>
        {ahead.items.map(({ card }) => card)}
        <div class="tiles">
          {ahead.ways.map((way) => (
            <Way {...way} />
          ))}
        </div>
      </section>
      <section>
        <h2>{t('my_page')}</h2>
        <OwnPages entries={entries} parts={new Set([...roles, ...ahead.parts])} />
      </section>
    </>
  );
}

function Way({ href, title, text }: AheadWay): VNode {
  const locale = useLocale();
  return (
    <Card title={<Link href={href}>{title(locale)}</Link>}>
      <p>{text(locale)}</p>
    </Card>
  );
}
