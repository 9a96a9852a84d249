import type { Database } from '../../platform/database/connect.ts';
import { look, NOBODY_ID, type Samples, staffLook } from '../../platform/parts/sampling.ts';
import type { PeopleWorld } from '../people/samples.ts';

interface SiteWorld extends PeopleWorld {
  readonly articleId: string;
  readonly reportId: string;
}

const firstNews = async (db: Database) =>
  (
    await db
      .selectFrom('site.articles')
      .select('id')
      .where('kind', '=', 'news')
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst()
  )?.id ?? NOBODY_ID;

const report = async (db: Database) =>
  (await db.selectFrom('site.articles').select('id').where('kind', '=', 'report').limit(1).executeTakeFirst())
    ?.id ?? NOBODY_ID;

const role = 'administrator';
const at = (rest: string) =>
  ({ role, path: ({ articleId }: SiteWorld) => `/desk/site/${articleId}${rest}` }) as const;

export const samples: Samples<SiteWorld> = {
  find: async (db) => ({ articleId: await firstNews(db), reportId: await report(db) }),
  pages: [
    look('/news'),
    look('/news/:slug', { path: () => '/news/exchange-meeting' }),
    look('/about/board'),
    look('/about/statutes'),
    look('/about/reports'),
    look('/about/reports/:slug', { path: () => '/about/reports/2025' }),
    staffLook('/desk/site', { role }),
    staffLook('/desk/site/new/:kind', {
      role,
      path: () => '/desk/site/new/news',
      form: '/desk/site/new/news',
    }),
    staffLook('/desk/site/pages', { role }),
    staffLook('/desk/site/pages/:page/:language', {
      role,
      path: () => '/desk/site/pages/programs-pairs/en',
      form: '/desk/site/pages/programs-pairs/en',
    }),
    staffLook<SiteWorld>('/desk/site/:id', at('')),
    staffLook<SiteWorld>('/desk/site/:id/paper', {
      role,
      path: ({ reportId }) => `/desk/site/${reportId}/paper`,
      form: '/paper',
    }),
    staffLook<SiteWorld>('/desk/site/:id/words', { ...at('/words'), form: '/words' }),
    staffLook<SiteWorld>('/desk/site/:id/versions/:number', at('/versions/1')),
  ],
  noPages: {
    '/news.atom': 'a feed',
    '/news/:slug/release.pdf': 'a file',
    '/news/:slug/picture.png': 'a picture',
    '/news/pictures.zip': 'a file',
    '/about/reports/:slug/report.pdf': 'a file',
    '/about/reports/:slug/approved.pdf': 'a file',
    '/desk/site/:id/versions/:number/paper.pdf': 'a file',
  },
  params: {
    '/news/': async () => [{ slug: 'exchange-meeting' }],
    '/about/reports/': async () => [{ slug: '2025' }],
    '/desk/site/new/': async () => [{ kind: 'news' }],
    '/desk/site/pages/': async () => [{ page: 'programs-pairs', language: 'en' }],
    '/desk/site/': async (db) => [{ id: await firstNews(db), number: '1' }],
  },
};
