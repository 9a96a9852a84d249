import { HtmlValidate } from 'html-validate';
import { Fragment, h } from 'preact';
import { beforeAll, expect, test } from 'vitest';
import { standingOf } from '../../src/modules/site/rules.ts';
import type { Texts } from '../../src/modules/site/types.ts';
import { standingOfPage } from '../../src/modules/site/worded/rules.ts';
import { siteMessages } from '../../src/modules/site/words.ts';
import { LOCALES } from '../../src/platform/languages/locales.ts';
import { renderPart } from '../../src/ui/index.ts';
import { type Crawled, crawl, faultsIn, headOf, linksIn } from '../support/crawl.ts';
import { MARKUP_RULES } from '../support/markup.ts';
import { openProduct } from '../support/product.ts';
import { addPublicWords } from '../support/public-words.ts';

const product = await openProduct();
const { db } = product.database;
await addPublicWords(product);
const checker = new HtmlValidate({ root: true, elements: ['html5'], rules: MARKUP_RULES });
const ORIGIN = 'https://localhost';

const placesIn = (sitemap: string) =>
  [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, place = '']) => new URL(place).pathname);

let listed: readonly string[];
let crawled: readonly Crawled[];
let pages: readonly Crawled[];
beforeAll(async () => {
  const answer = await product.house.app.fetch(new Request(`${ORIGIN}/sitemap.xml`));
  listed = placesIn(await answer.text());
  crawled = await crawl(product, listed);
  pages = crawled.filter(({ status, mediaType }) => status === 200 && mediaType.startsWith('text/html'));
}, 300_000);

const told = (faulty: readonly Crawled[]) =>
  faulty.map(({ path, status, from }) => `${path} ${status}, from ${from}`);

test('no public page leads to nothing', () => {
  // Whoever is not signed in is led to sign in; what that leads to has tests of its own.
  const isThere = ({ status, location }: Crawled) =>
    status === 200 || (status === 303 && /^\/[^/]+\/sign-in/.test(location ?? ''));
  expect(told(crawled.filter((one) => !isThere(one)))).toEqual([]);
  expect(listed.length).toBeGreaterThan(60);
  expect(pages.length).toBeGreaterThanOrEqual(listed.length);
});

test('every page of the sitemap may be found, and every page that may be found is in it', () => {
  const found = pages.filter(({ html }) => headOf(html).isFound).map(({ path }) => path);
  expect(listed.filter((path) => !found.includes(path))).toEqual([]);
  expect(found.filter((path) => !listed.includes(path))).toEqual([]);
  expect(listed.filter((path, at) => listed.indexOf(path) !== at)).toEqual([]);
});

test('what is found says of itself what it is, where it stands, and in which languages', () => {
  const faults = pages
    .map(({ path, html }) => ({ path, ...headOf(html) }))
    .filter(({ isFound }) => isFound)
    .flatMap(({ path, title, description, canonical, picture, languages }) => [
      ...(title ? [] : [`${path} no title`]),
      ...(description ? [] : [`${path} no description`]),
      ...(new URL(canonical ?? 'none:').pathname === path ? [] : [`${path} is called ${canonical}`]),
      ...(picture || path.startsWith('/zh-Hans') ? [] : [`${path} no picture`]),
      ...(languages.join() === 'ja,en,zh-Hans,x-default' ? [] : [`${path} ${languages.join()}`]),
    ]);
  expect(faults).toEqual([]);
});

test('every public page has words for its pictures and data that engines read', () => {
  expect(pages.flatMap(({ path, html }) => faultsIn(html).map((fault) => `${path}: ${fault}`))).toEqual([]);
});

/** The page of what the organization says. */
const pathOf = (kind: string, slug: string) => {
  if (kind === 'page') return slug.startsWith('programs-') ? slug.replace('-', '/') : slug;
  if (kind === 'news') return `news/${slug}`;
  return kind === 'report' ? `about/reports/${slug}` : `about/${kind}`;
};

test('no words that are older than their source, made by a machine or not translated stand there without saying so', async () => {
  const shown = await db
    .selectFrom('site.articles as a')
    .innerJoin('site.versions as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.shown'),
    )
    .select(['a.kind', 'a.slug', 'v.texts'])
    .execute();
  const said = shown.flatMap(({ kind, slug, texts }) =>
    LOCALES.flatMap((locale) => {
      const standing = (kind === 'page' ? standingOfPage : standingOf)(texts as Texts, locale);
      if (standing === null || standing === 'fits') return [];
      const path = `/${locale}/${pathOf(kind, slug)}`;
      const words = renderPart(h(Fragment, {}, siteMessages.in(locale)(`standing_${standing}`)), locale);
      // What programs say stands in lists of them, too.
      const paths = slug.startsWith('programs-') ? [path, `/${locale}/programs`] : [path];
      const isSaid = (at: string) => pages.find((page) => page.path === at)?.html.includes(words) ?? false;
      return paths.map((at) => ({ path: at, standing, isSaid: isSaid(at) }));
    }),
  );
  expect(said.filter(({ isSaid }) => !isSaid)).toEqual([]);
  expect(new Set(said.map(({ standing }) => standing))).toEqual(new Set(['stale', 'machine', 'missing']));
});

test('no picture of people stands there to which not all in it have agreed, until today', async () => {
  const sources = pages.flatMap(({ html }) => [...html.matchAll(/<img\b[^>]*? src="([^"]*)"/g)]);
  const photos = new Set(sources.map(([, source = '']) => source).filter((one) => /\.webp/.test(one)));
  const storyIds = [...photos].map((source) => /\/stories\/([0-9a-f-]{36})\//.exec(source)?.[1] ?? source);
  expect(storyIds.length).toBeGreaterThan(0);
  const consents = await db
    .selectFrom('stories.consents')
    .select(['story_id', 'state', 'uses', 'until_at'])
    .where('story_id', 'in', storyIds)
    .execute();
  const isAgreed = ({ state, uses, until_at: until }: (typeof consents)[number]) =>
    state === 'agreed' &&
    uses.includes('site') &&
    until !== null &&
    until.epochMilliseconds > Date.parse(`${product.clock()}`);
  expect(consents.filter((one) => !isAgreed(one))).toEqual([]);
  expect(new Set(consents.map(({ story_id: id }) => id))).toEqual(new Set(storyIds));
});

test('every public page is as HTML says', async () => {
  const faults: string[] = [];
  // The style guide shows whole pages within its own, and has a test of its own.
  const inEnglish = pages.filter(({ path }) => /^\/en(?!\/styleguide)(\/|$)/.test(path));
  for (const { path, html } of inEnglish) {
    const { results } = await checker.validateString(html, path);
    const said = results.flatMap(({ messages }) => messages);
    faults.push(...said.map(({ ruleId, message }) => `${path}: ${ruleId} ${message}`));
  }
  expect(faults).toEqual([]);
}, 120_000);

test.each([
  ['<a href="#there">There</a>', 'no part #there'],
  ['<img src="/a.png">', 'no words for <img src="/a.png">'],
  ['<svg viewBox="0 0 1 1"></svg>', 'no words for <svg viewBox="0 0 1 1">'],
  ['<script type="application/ld+json">{</script>', 'data that does not parse'],
  ['<script type="application/ld+json">{"a":1}</script>', 'data without a type of schema.org'],
])('%s is found', (html, fault) => {
  expect(faultsIn(html)).toEqual([fault]);
});

test('ways to others of ours are followed once, whatever is chosen on them', () => {
  const html =
    '<a class="a" href="/en/events?kind=lecture">A</a><a href="/en/events#b">B</a><a href="https://c.example">C</a>';
  expect(linksIn(html)).toEqual(['/en/events']);
});
