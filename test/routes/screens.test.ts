import { expect, test } from 'vitest';
import { NO_PAGES, PAGES } from '../../bin/pictures/pages.ts';
import { findWorld } from '../../bin/pictures/world.ts';
import { NOBODY_ID } from '../../src/platform/parts/sampling.ts';
import { ask, signIn, VISITOR } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';

const product = await openProduct();
const routes = product.house.modules
  .flatMap(({ routes }) => routes)
  .filter(({ method }) => method === 'GET')
  .map(({ path }) => path);

test('every page of the product is among those that are looked at', () => {
  const listed = new Set([...PAGES.map(({ route }) => route), ...Object.keys(NO_PAGES)]);
  expect(routes.filter((path) => !listed.has(path))).toEqual([]);
  expect([...listed].filter((path) => !routes.includes(path))).toEqual([]);
});

test('every page has a name of its own', () => {
  const names = PAGES.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('every listed page opens to the person who is to look at it', { timeout: 120_000 }, async () => {
  await product.database.db
    .insertInto('platform.development_mail')
    .values({ recipient: 'a@b.example', subject: 'A', body: 'B', sent_at: product.clock() })
    .execute();
  const world = await findWorld(product.database.db);
  const closed: string[] = [];
  for (const page of PAGES) {
    const who = page.who(world);
    if (who === NOBODY_ID) closed.push(`${page.name}: nobody looks at it`);
    if (closed.length > 0) continue;
    const caller = who ? await signIn(product, who) : VISITOR;
    const answer = await ask(product, caller, page.path(world) === '/' ? '/ja' : `/ja${page.path(world)}`);
    await answer.body?.cancel();
    if (answer.status !== 200)
      closed.push(`${page.name}: ${answer.status} ${answer.headers.get('location') ?? ''}`);
  }
  expect(closed).toEqual([]);
});
