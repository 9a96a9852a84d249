import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { tellAccess } from '../support/access.ts';
import { openProduct } from '../support/product.ts';

const { house } = await openProduct();
const routes = house.modules.flatMap((module) => module.routes.map((route) => ({ module, route })));

test('the routes of the product are those of the snapshot', async () => {
  const lines = routes.map(({ module, route }) => ({
    path: route.path,
    line: [
      route.method.padEnd(4),
      route.path.padEnd(46),
      module.name.padEnd(13),
      tellAccess(route.access).padEnd(60),
      route.audit ?? '-',
    ]
      .join('  ')
      .trimEnd(),
  }));
  const sorted = lines.toSorted((a, b) =>
    a.path === b.path ? (a.line < b.line ? -1 : 1) : a.path < b.path ? -1 : 1,
  );
  const file = join(import.meta.dirname, 'routes.snapshot.txt');
  await expect(`${sorted.map(({ line }) => line).join('\n')}\n`).toMatchFileSnapshot(file);
});

test('every address that is built is that of a route, built in one place, and every page has one', async () => {
  const src = join(import.meta.dirname, '../../src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(^|\/)paths\.ts$/.test(name),
  );
  const built: string[] = [];
  for (const file of files)
    for (const paths of Object.values<Record<string, { pattern: string }>>(
      await import(pathToFileURL(join(src, file)).href),
    ))
      built.push(...Object.values(paths).map(({ pattern }) => pattern));
  const declared = new Set(routes.map(({ route }) => route.path));
  expect(built.length).toBeGreaterThan(100);
  expect(built.filter((pattern) => !declared.has(pattern))).toEqual([]);
  expect(built.filter((pattern, index) => built.indexOf(pattern) !== index)).toEqual([]);
  const pages = routes.filter(({ route }) => route.method === 'GET' && route.path !== '/');
  expect(pages.map(({ route }) => route.path).filter((path) => !built.includes(path))).toEqual([]);
});

test('no address is declared twice', () => {
  const names = routes.map(({ route }) => `${route.method} ${route.path.replaceAll(/:\w+/g, ':')}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

/** Their commands write the entry, since other modules grant and end roles too. */
const WRITES_ITS_OWN = [
  '/people/:id/leaving',
  '/people/:id/leaving/withdrawal',
  '/people/:id/roles',
  '/people/:id/roles/:roleId/ending',
  '/people/:id/second-factor/removal',
  '/staff-acts/:id/agreement',
  '/staff-acts/:id/refusal',
  '/staff-acts/:id/withdrawal',
];

test('whoever changes the matters of others leaves an entry', () => {
  const silent = routes.filter(
    ({ route }) => route.method === 'POST' && typeof route.access !== 'string' && route.audit === null,
  );
  expect(silent.map(({ route }) => route.path).toSorted()).toEqual(WRITES_ITS_OWN);
});

/** What puts somebody in office or out, makes them provable anew, or sends money elsewhere. */
const NEEDS_FRESH_PROOF = [
  '/books/donors/:id/forgetting',
  '/books/refunds/:id/approval',
  '/me/leaving',
  '/people/:id/leaving',
  '/people/:id/roles',
  '/people/:id/roles/:roleId/ending',
  '/people/:id/second-factor/removal',
  '/settings/giving-account',
  '/settings/giving-refunds',
  '/staff-acts/:id/agreement',
  '/trust/people/:id/liftings',
  '/trust/people/:id/restrictions',
];

test('what is hard to mend asks for a proof of just now', () => {
  const asking = routes.filter(({ route }) => route.proof === 'fresh').map(({ route }) => route.path);
  expect(asking.toSorted()).toEqual(NEEDS_FRESH_PROOF);
});
