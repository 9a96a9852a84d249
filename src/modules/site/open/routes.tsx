import type { PathTo } from '../../../platform/addresses/path-to.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import { After } from '../../../platform/database/paging.ts';
import { localeFacts } from '../../../platform/languages/locales.ts';
import { hrefIn } from '../../../platform/languages/reading.tsx';
import { organizationName, organizationSetting } from '../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../platform/settings/settings.ts';
import { type Call, get, missing, page, type Reply, type Route } from '../../../platform/web/route.ts';
import { PaperLink } from '../papers/views.tsx';
import { sitePaths } from '../paths.ts';
import { wordsFor } from '../rules.ts';
import type { SiteServices } from '../services.ts';
import { hasPaper } from '../share/paper.ts';
import { findShown, listShown } from '../store/articles.ts';
import type { ShownArticle } from '../types.ts';
import { siteMessages } from '../words.ts';
import { ArticlePage } from './article.tsx';
import { NewsPage, ReportsPage } from './list.tsx';
import { descriptionOf, titleOf } from './said.ts';

const A_PAGE = 20;

/** What everybody reads. */
export const openRoutes = ({ publicUrl }: Pick<SiteServices, 'publicUrl'>): readonly Route[] => [
  listOf(sitePaths.news, 'news', NewsPage),
  get({
    path: sitePaths.article,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const { slug } = call.params;
      const article = await findShown(call.db, { kind: 'news', slug });
      if (!article) return missing();
      const back = { href: sitePaths.news(), label: 'news_title' } as const;
      const reply = articleReply(call, article, { back, paper: sitePaths.release });
      const schema = await schemaOf(
        call,
        article,
        publicUrl + hrefIn(call.locale, sitePaths.article({ slug })),
      );
      const picture = call.locale === 'zh-Hans' ? {} : { picture: sitePaths.picture({ slug }) };
      return { ...reply, found: { ...reply.found, schema, ...picture } };
    },
  }),
  single(sitePaths.board, 'board'),
  single(sitePaths.statutes, 'statutes'),
  listOf(sitePaths.reports, 'report', ReportsPage),
  get({
    path: sitePaths.report,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const { slug } = call.params;
      const article = await findShown(call.db, { kind: 'report', slug });
      if (!article) return missing();
      const back = { href: sitePaths.reports(), label: 'reports_title' } as const;
      return articleReply(call, article, { back, paper: sitePaths.reportPaper });
    },
  }),
];

function listOf(path: PathTo<string>, kind: 'news' | 'report', View: typeof NewsPage): Route {
  const words = kind === 'news' ? 'news' : 'reports';
  return get({
    path,
    access: 'everyone',
    audit: null,
    query: After,
    async handle({ db, locale, fields: { after } }) {
      const articles = await listShown(db, kind, { after, limit: A_PAGE });
      const t = siteMessages.in(locale).plain;
      const body = <View articles={articles} isFurther={after !== null} />;
      return { ...page(t(`${words}_title`), body), found: { description: t(`${words}_lead`) } };
    },
  });
}

function single(path: PathTo<string>, kind: 'board' | 'statutes'): Route {
  return get({
    path,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const article = await findShown(call.db, { kind, slug: kind });
      if (!article) return missing();
      return articleReply(call, article, { back: { href: housePaths.about(), label: 'about_title' } });
    },
  });
}

type Asking = Pick<Call, 'db' | 'locale'>;

function articleReply(
  { locale }: Asking,
  { texts, onDay, slug, paper: file }: ShownArticle,
  around: {
    readonly back: { readonly href: string; readonly label: 'news_title' | 'reports_title' | 'about_title' };
    readonly paper?: (of: { readonly slug: string }) => string;
  },
) {
  const { back, paper: pathOf } = around;
  const paper = pathOf && hasPaper({ texts }, locale) ? pathOf({ slug }) : undefined;
  const named = { href: back.href, label: siteMessages.in(locale).plain(back.label) };
  const approved = file && <PaperLink slug={slug} paper={file} />;
  const body = <ArticlePage {...{ texts, onDay, approved, paper }} back={named} />;
  const reply = page(titleOf(texts, locale), body);
  return { ...reply, found: { description: descriptionOf(texts, locale) } } satisfies Reply;
}

/** What engines read of a piece of news (schema.org/NewsArticle). */
async function schemaOf({ db, locale }: Asking, article: ShownArticle, url: string) {
  const organization = organizationName(await rememberedSetting(db, organizationSetting), locale);
  const publisher = { '@type': 'NGO', name: organization };
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: titleOf(article.texts, locale),
    description: descriptionOf(article.texts, locale),
    inLanguage: localeFacts[wordsFor(article.texts, locale)?.language ?? locale].tag,
    datePublished: article.onDay.toString(),
    dateModified: article.shownAt.toString(),
    url,
    ...{ author: publisher, publisher },
  };
}
