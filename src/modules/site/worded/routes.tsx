import { z } from 'zod';
import { isLocale, type Locale } from '../../../platform/languages/locales.ts';
import type { WordedPage } from '../../../platform/parts/public/worded-page.ts';
import { checkBody } from '../../../platform/web/body.ts';
import { checkbox, choice, wholeNumber } from '../../../platform/web/form-fields.ts';
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
import { sitePaths } from '../paths.ts';
import { SOURCE } from '../rules.ts';
import type { SiteServices } from '../services.ts';
import { findPageArticle, listPageArticles } from '../store/articles.ts';
import { findVersion } from '../store/versions.ts';
import { ORIGINS, type Texts } from '../types.ts';
import { siteStaffMessages } from '../words.ts';
import { writePage } from './commands.ts';
import { fieldOf, pageForm } from './form.tsx';
import type { TypedSections } from './rules.ts';
import { PagesPage, WritingSectionsPage } from './views.tsx';

const access = ['coordinator', 'administrator'] as const;

/** What comes with every page; its sections are read by the form of the page and language that the address names. */
const Sent = z.looseObject({
  seen: wholeNumber(0, 999_999_999),
  origin: choice(ORIGINS).catch('person'),
  compared: checkbox,
});

/** Where pages of programs, of volunteers and of giving are written, in one language at a time. */
export const wordedRoutes = ({ pages }: Pick<SiteServices, 'pages'>): readonly Route[] => [
  get({
    path: sitePaths.deskPages,
    access,
    audit: null,
    async handle({ db, locale }) {
      const articles = await listPageArticles(db);
      const title = siteStaffMessages.in(locale).plain('pages_title');
      return page(title, <PagesPage pages={pages()} articles={articles} />);
    },
  }),
  get({
    path: sitePaths.deskPageWords,
    access,
    audit: null,
    async handle(call) {
      const asked = await findAsked(call, pages());
      if (!asked) return missing();
      const { form, texts, locale } = asked;
      const sections = texts[locale]?.sections ?? {};
      const values = asked.page.sections.map(({ key }) => [fieldOf(key), sections[key]?.text ?? '']);
      const origin = texts[locale]?.origin ?? 'person';
      return writingPage(call, asked, form.begin({ ...Object.fromEntries(values), origin }));
    },
  }),
  post({
    path: sitePaths.deskPageWords,
    access,
    audit: 'site.article.written',
    form: Sent,
    async handle(call) {
      const asked = await findAsked(call, pages());
      if (!asked) return missing();
      const { refusals, fields } = checkBody(asked.form.schema, bodyOf(call.fields));
      if (refusals.length > 0) return refusedBy(...refusals);
      const { seen } = call.fields;
      const on = { key: asked.page.key, seen, by: call.actor.personId ?? '', now: call.now };
      const done = await writePage(call.db, typedIn(asked, fields as Fields, call.fields), on);
      if (!done.ok) return refusedBy(done.refusal);
      await call.audit({ object: { kind: 'site.article', id: done.value } });
      const text = siteStaffMessages.in(call.locale).noted('article_was_written');
      return redirect(sitePaths.deskArticle({ id: done.value }), { tone: 'done', text });
    },
    async again(call, form) {
      const asked = await findAsked(call, pages());
      return asked ? writingPage(call, asked, form) : missing();
    },
  }),
];

interface Asked {
  readonly page: WordedPage;
  readonly locale: Locale;
  readonly texts: Texts;
  readonly latest: number;
  readonly form: ReturnType<typeof pageForm>;
}

type Fields = Readonly<Record<string, string | undefined>>;
type OnPage = Pick<Call<{ readonly page: string; readonly language: string }>, 'db' | 'params' | 'locale'>;

/** @returns null where there is no such page or language */
async function findAsked({ db, params }: OnPage, pages: readonly WordedPage[]): Promise<Asked | null> {
  const found = pages.find(({ key }) => key === params.page);
  const { language: locale } = params;
  if (!found || !isLocale(locale)) return null;
  const article = await findPageArticle(db, found.key);
  const texts = (article && (await findVersion(db, article.id, article.latest)))?.texts ?? {};
  return { page: found, locale, texts, latest: article?.latest ?? 0, form: pageForm(found, locale, texts) };
}

function typedIn(
  { page: { sections }, locale }: Asked,
  fields: Fields,
  { origin, compared }: z.output<typeof Sent>,
): TypedSections {
  const said = sections.map(({ key }) => [key, fields[fieldOf(key)] ?? '']);
  return {
    locale,
    origin: locale === SOURCE ? 'written' : origin,
    sections: Object.fromEntries(said),
    isCompared: compared,
  };
}

/** What was sent, for the form that reads it. */
const bodyOf = (sent: Readonly<Record<string, unknown>>) => ({
  values: new Map(
    Object.entries(sent).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, [value]] as const] : [],
    ),
  ),
  uploads: new Map<string, File>(),
});

function writingPage({ locale }: Pick<OnPage, 'locale'>, asked: Asked, form: FormState): Reply {
  const title = siteStaffMessages.in(locale).plain('page_write', { page: asked.page.title.plain(locale) });
  return page(title, <WritingSectionsPage {...asked} of={asked.form} form={form} />);
}
