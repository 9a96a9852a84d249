import { HtmlValidate } from 'html-validate';
import { beforeAll, expect, test } from 'vitest';
import { findRepeats, findRunTogether, findWrongLanguages, MARKUP_RULES } from '../support/markup.ts';
import { askNu, whyNoNu } from '../support/nu-checker.ts';
import { type DrawnPage, drawPages } from '../support/pages.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const checker = new HtmlValidate({ root: true, elements: ['html5'], rules: MARKUP_RULES });
/** Their lines are told apart by when something was; in the small world all of it was at the same instants. */
const OF_ONE_INSTANT = ['conversations', 'desk-requests', 'people-id-ties'];

let drawn: readonly DrawnPage[];
beforeAll(async () => {
  drawn = await drawPages(product);
});
const inEnglish = () => drawn.filter(({ locale }) => locale === 'en');

test('every page is as HTML says, and what it names alike is alike', async () => {
  const faults: string[] = [];
  for (const { name, html } of inEnglish()) {
    const { results } = await checker.validateString(html, name);
    const said = results.flatMap(({ messages }) => messages);
    faults.push(...said.map(({ ruleId, message, selector }) => `${name}: ${ruleId} ${message} ${selector}`));
    if (!OF_ONE_INSTANT.includes(name)) faults.push(...findRepeats(html).map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
});

test('every page is as the Nu checker reads HTML', ({ skip }) => {
  const reason = whyNoNu();
  if (reason) skip(reason);
  // Japanese with readings is the richest of the four, and staff's screens are in English.
  const read = drawn.filter(({ locale }) => locale === 'ja-easy' || locale === 'en');
  const pages = new Map(read.map(({ name, locale, html }) => [`${name}.${locale}`, html]));
  expect(askNu(pages)).toEqual([]);
});

test('no page runs neighbors together for readers without a style sheet, or says a language that its words are not in', () => {
  const faults = drawn.flatMap(({ name, locale, html }) =>
    [...findRunTogether(html), ...findWrongLanguages(html)].map((fault) => `${name} ${locale} ${fault}`),
  );
  expect(faults).toEqual([]);
});

/** Where somebody begins to write about a thing is one kind of page, whatever it is about. */
const kindOf = (route: string) => route.replace(/^.*(?=\/conversation$)/, '');

test('no two kinds of page have one title', () => {
  const titled = inEnglish().map(({ route, html }) => ({
    route,
    title: /<title>(.*?)<\/title>/.exec(html)?.[1],
  }));
  const byTitle = Map.groupBy(titled, ({ title }) => title);
  const shared = [...byTitle].filter(
    ([, pages]) => new Set(pages.map(({ route }) => kindOf(route))).size > 1,
  );
  expect(shared.map(([title]) => title)).toEqual([]);
});

test.each([
  ['<div><details id="a"></details><p id="a"></p></div>', 'no-dup-id'],
  ['<div><label for="b">B</label></div>', 'no-missing-references'],
  ['<span><p>A</p></span>', 'element-permitted-content'],
  ['<main><h1>A</h1><h3>B</h3></main>', 'heading-level'],
])('%s is found', async (html, rule) => {
  const { results } = await checker.validateString(html);
  expect(results.flatMap(({ messages }) => messages).map(({ ruleId }) => ruleId)).toContain(rule);
});

test.each([
  ['<a href="/1">Read</a><a href="/2"><span>Read</span></a>', 'links "Read"'],
  ['<legend>Required?</legend><legend>Required?</legend>', 'groups "Required?"'],
  ['<time datetime="2026-11-24T00:12:00.123456Z">9:12</time>', 'datetime 2026-11-24T00:12:00.123456Z'],
])('%s is found', (html, fault) => {
  expect(findRepeats(html)).toEqual([fault]);
});

test.each([
  ['<p><strong>119</strong><span>Fire</span></p>', '119|Fire'],
  ['<p>18:00<span class="hint">not our hours</span></p>', '18:00|not our hours'],
])('%s is found', (html, fault) => {
  expect(findRunTogether(html)).toEqual([fault]);
});

test.each([
  '<p><ruby>火<rt>か</rt></ruby><ruby>事<rt>じ</rt></ruby></p>',
  '<p>これは<b>大切</b>です</p><p>C</p>',
])('%s runs nothing together', (html) => {
  expect(findRunTogether(html)).toEqual([]);
});

test.each([
  ['<html lang="en"><p>明日、病院に行きます。ありがとうございます。</p></html>', 'en: 明日'],
  ['<html lang="ja"><p>We are with you and this is English.</p></html>', 'ja: We are'],
  ['<html lang="en"><p>안녕하세요</p></html>', 'en: 안녕'],
])('%s is found', (html, fault) => {
  expect(findWrongLanguages(html)).toEqual([expect.stringContaining(fault)]);
});
