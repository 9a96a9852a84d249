import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { type Crawled, crawl, faultsIn, headOf, linksIn } from '../support/crawl.ts';
import { MARKUP_RULES } from '../support/markup.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
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
