import { expect, test } from 'vitest';
import { createPerson } from '../../src/modules/people/index.ts';
import { inTransaction } from '../../src/platform/database/transaction.ts';
import { ask, type Caller, signInEverybody } from '../support/caller.ts';
import { runAs } from '../support/clusters.ts';
import { openProduct } from '../support/product.ts';
import { fill, findSamples } from '../support/samples.ts';

const product = await openProduct();
const { db, ownerUrl } = product.database;
const everybody = await signInEverybody(product);
// Everybody else there has an address.
await inTransaction(db, (tx) =>
  createPerson(tx, { name: 'Dil Maya', roles: ['resident'], now: Temporal.Now.instant() }),
);
const recorded = product.house.modules
  .flatMap(({ routes }) => routes)
  .filter(({ method, audit }) => method === 'GET' && audit !== null);

interface Shown {
  readonly path: string;
  readonly who: Caller;
}

/** Somebody to whom a route shows something, and where; null when the small world has nobody and nothing for it. */
async function findShown(route: { path: string }): Promise<Shown | null> {
  for (const params of await findSamples(db, product.ids, route.path)) {
    for (const who of Object.values(everybody)) {
      const path = `/en${fill(route.path, params)}`;
      const answer = await ask(product, who, path);
      await answer.body?.cancel();
      if (answer.status === 200) return { path, who };
    }
  }
  return null;
}

/** The small world has no photo and no link to a door; that a file does not leave either is shown beside the kit. */
const NOT_IN_THIS_WORLD = [
  '/spot/requests/:id/photos/:photoId',
  '/desk/consultations/:id/papers/:place',
  '/desk/stories/:id/photo.webp',
  '/events/door/:token',
  '/experts/:token',
];

const mainOf = (html: string) => /<main\b[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';

test('nothing of a record is shown when it cannot be recorded who saw it', { timeout: 180_000 }, async () => {
  const shown: Shown[] = [];
  const missed: string[] = [];
  for (const route of recorded) {
    const found = await findShown(route);
    if (found) shown.push(found);
    else missed.push(route.path);
  }
  expect(missed.toSorted()).toEqual(NOT_IN_THIS_WORLD.toSorted());
  await runAs(ownerUrl, 'revoke insert on audit.entries from otonari_app');
  const seen: [string, number][] = [];
  const mains = new Set<string>();
  for (const { path, who } of shown) {
    const answer = await ask(product, who, path);
    seen.push([path, answer.status]);
    mains.add(mainOf(await answer.text()));
  }
  expect(seen).toEqual(shown.map(({ path }) => [path, 500]));
  // The same page for all of them can say nothing of any.
  expect(mains.size).toBe(1);
});
