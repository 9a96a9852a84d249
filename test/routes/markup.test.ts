import { HtmlValidate } from 'html-validate';
import { expect, test } from 'vitest';
import { PAGES } from '../../bin/pictures/pages.ts';
import { findWorld } from '../../bin/pictures/world.ts';
import { ask, type Caller, signIn, VISITOR } from '../support/caller.ts';
import { findRepeats, MARKUP_RULES } from '../support/markup.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const checker = new HtmlValidate({ root: true, elements: ['html5'], rules: MARKUP_RULES });
/** The style guide shows whole pages within its own. */
const LOOKED_AT = PAGES.filter(({ route }) => route !== '/styleguide');
/** Their lines are told apart by when something was; in the small world all of it was at the same instants. */
const OF_ONE_INSTANT = ['conversations', 'people-id-ties'];

async function* drawPages(): AsyncGenerator<{ name: string; html: string }> {
  const { db } = product.database;
  await db
    .insertInto('platform.development_mail')
    .values({ recipient: 'a@b.example', subject: 'A', body: 'B', sent_at: product.clock() })
    .execute();
  const world = await findWorld(db);
  const callers = new Map<string | null, Caller>([[null, VISITOR]]);
  for (const page of LOOKED_AT) {
    const who = page.who(world);
    const caller = callers.get(who) ?? (await signIn(product, who ?? ''));
    callers.set(who, caller);
    const path = page.path(world);
    const answer = await ask(product, caller, `/en${path === '/' ? '' : path}`);
    yield { name: page.name, html: await answer.text() };
  }
}

test('every page is as HTML says, and what it names alike is alike', { timeout: 180_000 }, async () => {
  const faults: string[] = [];
  for await (const { name, html } of drawPages()) {
    const { results } = await checker.validateString(html, name);
    const said = results.flatMap(({ messages }) => messages);
    faults.push(...said.map(({ ruleId, message, selector }) => `${name}: ${ruleId} ${message} ${selector}`));
    if (!OF_ONE_INSTANT.includes(name)) faults.push(...findRepeats(html).map((fault) => `${name}: ${fault}`));
  }
  expect(faults).toEqual([]);
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
