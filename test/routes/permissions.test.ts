import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PathParams } from '../../src/platform/parts/sampling.ts';
import type { Relation } from '../../src/platform/permissions.ts';
import type { Route } from '../../src/platform/web/route.ts';
import { ask, type Caller, pressWithoutEffect, signIn, signInEverybody, VISITOR } from '../support/caller.ts';
import { openProduct } from '../support/product.ts';
import { fill, findSamples } from '../support/samples.ts';

const product = await openProduct();
const { db } = product.database;
const everybody = await signInEverybody(product);
const weakId = await makeSecondCoordinator();
const routes = product.house.modules
  .flatMap(({ routes }) => routes)
  .toSorted((a, b) => (a.path === b.path ? (a.method < b.method ? -1 : 1) : a.path < b.path ? -1 : 1));

/** Nobody of these has a tie to anything in the table, except by their role. */
const COLUMNS: readonly (readonly [string, Caller])[] = [
  ['visitor', VISITOR],
  ['person', everybody.nobody],
  ['resident', everybody.maya],
  ['volunteer', await signIn(product, await makeUntiedVolunteer())],
  ['coordinator', everybody.coordinator],
  ['  by code only', await signIn(product, weakId, 'weak')],
  ['treasurer', everybody.treasurer],
  ['administrator', everybody.administrator],
];

async function makeSecondCoordinator(): Promise<string> {
  return makePerson('coordinator');
}

async function makeUntiedVolunteer(): Promise<string> {
  return makePerson('volunteer');
}

async function makePerson(role: 'coordinator' | 'volunteer'): Promise<string> {
  const at = product.clock().subtract({ hours: 2000 });
  const { id } = await db
    .insertInto('people.persons')
    .values({ name: `another ${role}`, created_at: at, welcomed_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  const since_on = at.toZonedDateTimeISO('Asia/Tokyo').toPlainDate();
  await db.insertInto('people.roles').values({ person_id: id, role, since_on }).execute();
  return id;
}

/** `yes`, `sign in`, `2nd factor`, or the status of a refusal. */
async function outcome(route: Route, caller: Caller, params: PathParams): Promise<string> {
  const path = `/en${fill(route.path, params)}`;
  const answer = await (route.method === 'GET'
    ? ask(product, caller, path)
    : pressWithoutEffect(product, caller, path));
  await answer.body?.cancel();
  const to = answer.headers.get('location') ?? '';
  if (/\/sign-in\?back=/.test(to)) return 'sign in';
  if (/\/second-factor\?back=/.test(to)) return '2nd factor';
  return answer.status < 400 || answer.status === 422 ? 'yes' : `${answer.status}`;
}

/** A thing and somebody who has this tie to it; null when nobody in the world has it. */
async function findTied(
  route: Route,
  relation: Relation,
): Promise<{ params: PathParams; who: Caller } | null> {
  for (const params of await findSamples(db, product.ids, route.path)) {
    for (const name of ['sita', 'haru', 'midori', 'kenji', 'applicant', 'maya'] as const) {
      if (await relation.holds(db, product.ids[name], params)) return { params, who: everybody[name] };
    }
  }
  return null;
}

async function tellRow(route: Route): Promise<string[]> {
  const [params = {}] = await findSamples(db, product.ids, route.path);
  const cells: string[] = [];
  // Nobody asks for so many things within an hour; here everybody asks for each as if it were the first.
  await db.deleteFrom('platform.rate_windows').execute();
  for (const [, caller] of COLUMNS) cells.push((await outcome(route, caller, params)).padEnd(15));
  const lines = [`${route.method.padEnd(5)}${route.path.padEnd(48)}${cells.join('')}`.trimEnd()];
  for (const relation of typeof route.access === 'string' ? [] : route.access) {
    if (typeof relation === 'string') continue;
    const tied = await findTied(route, relation);
    const told = tied ? await outcome(route, tied.who, tied.params) : 'nobody in this world';
    lines.push(`${' '.repeat(53)}its ${relation.name}: ${told}`);
  }
  return lines;
}

test('who may do what is as the table says', { timeout: 180_000 }, async () => {
  const lines = [`${' '.repeat(53)}${COLUMNS.map(([name]) => name.padEnd(15)).join('')}`.trimEnd()];
  for (const route of routes) lines.push(...(await tellRow(route)));
  await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
    join(import.meta.dirname, 'permissions.snapshot.txt'),
  );
  expect(product.problems).toEqual([]);
});

test('every tie that a route knows is held by somebody in the table', async () => {
  const unheld: string[] = [];
  for (const route of routes) {
    for (const grant of typeof route.access === 'string' ? [] : route.access) {
      if (typeof grant !== 'string' && !(await findTied(route, grant)))
        unheld.push(`${route.path}: ${grant.name}`);
    }
  }
  expect(unheld).toEqual([]);
});
