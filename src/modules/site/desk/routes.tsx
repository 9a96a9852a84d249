import { z } from 'zod';
import { listRoutes } from '../../../kits/lists/index.ts';
import { dayInJapan } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import type { Outcome } from '../../../platform/refusal.ts';
import { choice, wholeNumber } from '../../../platform/web/form-fields.ts';
import type { FormState } from '../../../platform/web/form-state.ts';
import {
  type Call,
  get,
  missing,
  page,
  post,
  type Reply,
  type Route,
  redirect,
  refusedBy,
} from '../../../platform/web/route.ts';
import { Link } from '../../../ui/index.ts';
import { callName, findPersons } from '../../people/index.ts';
import { beginArticle, hideArticle, showVersion, slugOf, writeVersion } from '../commands.ts';
import { titleOf } from '../open/said.ts';
import { sitePaths } from '../paths.ts';
import { isSingle } from '../rules.ts';
import type { SiteServices } from '../services.ts';
import { findArticle, findSingleId, listArticles } from '../store/articles.ts';
import { findPaper } from '../store/papers.ts';
import { findVersion, listShowings, listVersions } from '../store/versions.ts';
import { type Article, KINDS, type WrittenKind } from '../types.ts';
import { siteStaffMessages } from '../words.ts';
import { articleForm, emptyArticle, readWritten, type TypedArticle, typeVersion } from './form.ts';
import { StateChip } from './parts.tsx';
import { ArticleDeskPage, VersionPage, WritingPage } from './views.tsx';

/** Who writes, and who decides what everybody reads. */
const WRITES = ['coordinator', 'administrator'] as const;
const SHOWS = ['administrator'] as const;
const ARTICLE = 'site.article';

const list = listRoutes({
  path: sitePaths.desk,
  access: WRITES,
  audit: 'site.articles.viewed',
  find: ({ db }, _filters, window) => listArticles(db, window),
  columns: [
    {
      key: 'title',
      head: 'words_title',
      rowHead: true,
      cell: ({ id, texts, slug }, locale) => (
        <Link href={sitePaths.deskArticle({ id })}>{titleOf(texts, locale) || slug}</Link>
      ),
    },
    {
      key: 'kind',
      head: 'article_kind',
      needsHead: true,
      cell: ({ kind }, locale) => siteStaffMessages.in(locale)(`kind_${kind}`),
    },
    { key: 'state', head: 'article_state', atEnd: true, cell: (article) => <StateChip {...article} /> },
  ],
  keyOf: ({ id }) => `article-${id}`,
  rowsAPage: 50,
  words: siteStaffMessages,
  title: 'articles_title',
  lead: 'articles_lead',
  empty: 'articles_none',
  emptyText: 'articles_none_text',
  ways: [
    ...KINDS.map((kind) => ({ href: sitePaths.deskNew({ kind }), label: `new_${kind}` as const })),
    { href: sitePaths.deskPages(), label: 'pages_way' },
  ],
});

const writing: readonly Route[] = [
  get({
    path: sitePaths.deskNew,
    access: WRITES,
    audit: null,
    async handle(call) {
      const kind = kindOf(call.params.kind);
      // Whoever typed all of a second one would have nowhere to save it.
      const id = kind && isSingle(kind) ? await findSingleId(call.db, kind) : null;
      if (id) return redirect(sitePaths.deskWords({ id }));
      return newPage(call, articleForm.begin(emptyArticle(dayInJapan(call.now))));
    },
  }),
  post({
    path: sitePaths.deskNew,
    access: WRITES,
    audit: 'site.article.begun',
    form: articleForm.schema,
    async handle(call) {
      const kind = kindOf(call.params.kind);
      if (!kind) return missing();
      const typed = call.fields as TypedArticle;
      const slug = slugOf(kind, typed.slug);
      if (!/^[a-z0-9-]{2,60}$/.test(slug))
        return refusedBy({ code: 'article_address_is_odd', field: 'slug' });
      const begun = await beginArticle(call.db, { ...readWritten(typed), kind, slug }, byWhom(call));
      return begun.ok ? said(call, begun.value, 'article_was_written') : refusedBy(begun.refusal);
    },
    again: newPage,
  }),
  get({
    path: sitePaths.deskWords,
    access: WRITES,
    audit: null,
    async handle(call) {
      const article = await findArticle(call.db, call.params.id);
      const last = article && (await findVersion(call.db, article.id, article.latest));
      return last ? wordsPage(call, articleForm.begin(typeVersion(last))) : missing();
    },
  }),
  post({
    path: sitePaths.deskWords,
    access: WRITES,
    audit: 'site.article.written',
    form: z.intersection(
      articleForm.schema,
      z.object({ seen: wholeNumber(1, 999_999_999) }),
    ) as unknown as z.ZodType<TypedArticle & { readonly seen: number }>,
    handle(call) {
      const on = { id: call.params.id, seen: call.fields.seen, ...byWhom(call) };
      return answer(call, writeVersion(call.db, readWritten(call.fields), on), 'article_was_written');
    },
    again: wordsPage,
  }),
];

const showing: readonly Route[] = [
  post({
    path: sitePaths.deskShowing,
    access: SHOWS,
    audit: 'site.article.shown',
    handle(call) {
      const { id, number } = call.params;
      const on = { id, number: numberOf(number), ...byWhom(call) };
      return answer(call, showVersion(call.db, on), 'article_was_shown');
    },
  }),
  post({
    path: sitePaths.deskHiding,
    access: SHOWS,
    audit: 'site.article.hidden',
    handle: (call) =>
      answer(call, hideArticle(call.db, { id: call.params.id, ...byWhom(call) }), 'article_was_hidden'),
  }),
];

/** Where the site is written: each change a version, shown or shown again by an administrator. */
export const deskRoutes = ({ pages }: Pick<SiteServices, 'pages'>): readonly Route[] => [
  ...list,
  ...writing,
  get({
    path: sitePaths.deskArticle,
    access: WRITES,
    audit: null,
    handle: (call) => articlePage(call, pages()),
  }),
  get({
    path: sitePaths.deskVersion,
    access: WRITES,
    audit: null,
    handle: (call) => versionPage(call, pages()),
  }),
  ...showing,
];

const byWhom = ({ actor, now }: Pick<Call, 'actor' | 'now'>) => ({ by: actor.personId ?? '', now });
const numberOf = (typed: string) => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : 0);
const kindOf = (typed: string): WrittenKind | null => choice(KINDS).safeParse(typed).data ?? null;

type Looking<Params> = Pick<Call<Params>, 'db' | 'params' | 'locale' | 'actor'>;

function newPage(
  { params, locale }: Pick<Call<{ readonly kind: string }>, 'params' | 'locale'>,
  form: FormState,
): Reply {
  const kind = kindOf(params.kind);
  if (!kind) return missing();
  const title = siteStaffMessages.in(locale).plain(`new_${kind}`);
  return page(title, <WritingPage {...{ kind, form }} article={null} />);
}

async function wordsPage(
  { db, params, locale }: Pick<Looking<{ readonly id: string }>, 'db' | 'params' | 'locale'>,
  form: FormState,
): Promise<Reply> {
  const article = await findArticle(db, params.id);
  if (!article || article.kind === 'page') return missing();
  const title = siteStaffMessages.in(locale).plain('article_write');
  return page(title, <WritingPage kind={article.kind} article={article} form={form} />);
}

async function articlePage(
  { db, params, locale, actor }: Looking<{ readonly id: string }>,
  pages: readonly WordedPage[],
): Promise<Reply> {
  const article = await findArticle(db, params.id);
  if (!article) return missing();
  const [versions, showings] = [await listVersions(db, article.id), await listShowings(db, article.id)];
  const last = await findVersion(db, article.id, article.latest);
  const ids = [...versions.map(({ writtenBy }) => writtenBy), ...showings.map(({ shownBy }) => shownBy)];
  const names = new Map([...(await findPersons(db, ids))].map(([id, one]) => [id, callName(one, locale)]));
  const asked = pageOf(article, pages);
  const texts = last?.texts ?? {};
  const named = { title: asked?.title.plain(locale) || titleOf(texts, locale) || article.slug };
  const right = { mayShow: actor.roles.has('administrator') };
  const body = (
    <ArticleDeskPage {...{ article, texts, page: asked, versions, showings, names, ...named, ...right }} />
  );
  return page(siteStaffMessages.in(locale).plain('article_desk_title', named), body);
}

const pageOf = ({ kind, slug }: Article, pages: readonly WordedPage[]): WordedPage | null =>
  (kind === 'page' && pages.find(({ key }) => key === slug)) || null;

async function versionPage(
  { db, params, locale, actor }: Looking<{ readonly id: string; readonly number: string }>,
  pages: readonly WordedPage[],
): Promise<Reply> {
  const article = await findArticle(db, params.id);
  const version = article && (await findVersion(db, article.id, numberOf(params.number)));
  if (!article || !version) return missing();
  const title = siteStaffMessages.in(locale).plain('version_title', { number: version.number });
  const mayShow = actor.roles.has('administrator');
  const paper = await findPaper(db, version.paperId);
  const shown = { article, version, paper, page: pageOf(article, pages), mayShow };
  return page(title, <VersionPage {...shown} />);
}

type Says = 'article_was_written' | 'article_was_shown' | 'article_was_hidden';
type OnOne = Call<{ readonly id: string }, unknown, Tx>;

async function answer(call: OnOne, outcome: Promise<Outcome<Article>>, says: Says): Promise<Reply> {
  const done = await outcome;
  if (done.ok) return said(call, call.params.id, says);
  return done.refusal.code === 'article_is_unknown' ? missing() : refusedBy(done.refusal);
}

async function said(call: Pick<OnOne, 'audit' | 'locale'>, id: string, says: Says): Promise<Reply> {
  await call.audit({ object: { kind: ARTICLE, id } });
  const text = siteStaffMessages.in(call.locale).noted(says);
  return redirect(sitePaths.deskArticle({ id }), { tone: 'done', text });
}
