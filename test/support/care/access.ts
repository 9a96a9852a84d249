import { createPerson } from '../../../src/modules/people/index.ts';
import { inTransaction } from '../../../src/platform/database/transaction.ts';
import type { Role } from '../../../src/platform/permissions.ts';
import type { Route } from '../../../src/platform/web/route.ts';
import { ask, type Caller, pressWithoutEffect, signIn } from '../caller.ts';
import type { Product } from '../product.ts';
import { readPdf } from '../read-pdf.ts';
import { type Fact, factsIn } from './facts.ts';

/** What somebody gets: `null` for nothing, else the facts that they read there, `paper` where it is one. */
type Sees = readonly (Fact | 'Paper')[] | null;

/** Signs in somebody of no tie to anybody, in some roles. */
export async function withoutTies(product: Product, ...roles: readonly Role[]): Promise<Caller> {
  const now = product.clock();
  const named = { name: `Somebody ${roles.join(' ')}`, locale: 'en', roles, now } as const;
  const person = await inTransaction(product.database.db, (tx) => createPerson(tx, named));
  return signIn(product, person.id);
}

/** A coordinator who has shown no second factor. */
export async function byCodeOnly(product: Product): Promise<Caller> {
  const { personId } = await withoutTies(product, 'coordinator');
  return signIn(product, personId ?? '', 'weak');
}

/** What somebody gets at an address of a route. Presses do nothing, and are refused or not before they would. */
export async function seesAt(
  product: Product,
  {
    method,
    path,
    caller,
  }: { readonly method: Route['method']; readonly path: string; readonly caller: Caller },
): Promise<Sees> {
  const answer = await (method === 'GET'
    ? ask(product, caller, `/en${path}`)
    : pressWithoutEffect(product, caller, `/en${path}`));
  const bytes = Buffer.from(await answer.arrayBuffer());
  const facts = factsIn(told(answer, bytes));
  const isRefused =
    [401, 403, 404].includes(answer.status) ||
    /sign-in\?|second-factor\?/.test(answer.headers.get('location') ?? '');
  if (!isRefused && answer.status >= 400 && answer.status !== 422)
    throw new Error(`${answer.status} at ${path}`);
  if (isRefused) {
    if (facts.length > 0) throw new Error(`a refusal tells ${facts.join(' ')} at ${path}`);
    return null;
  }
  return /^image\//.test(answer.headers.get('content-type') ?? '') ? ['Paper'] : facts;
}

/** All that an answer says: its headers, its text, and what stands in a PDF. */
function told({ headers }: Response, bytes: Buffer): string {
  const heads = [...headers]
    .map(([name, value]) => `${name}: ${decodeURIComponent(value.replaceAll(/%(?![0-9a-f]{2})/gi, '%25'))}`)
    .join('\n');
  const isPdf = headers.get('content-type') === 'application/pdf';
  return `${heads}\n${isPdf ? readPdf(bytes).text.replaceAll('\n', '') : bytes.toString()}`;
}

/** Of a row of a table: who sees which facts, several of each with spaces between them; whoever is not named gets nothing. */
type Row = Readonly<Record<string, string>>;

const inOrder = (facts: readonly string[]): string => facts.toSorted().join(' ');

/** What a row says of one reader. */
function promised(row: Row, reader: string): string {
  const [, facts] = Object.entries(row).find(([readers]) => readers.split(' ').includes(reader)) ?? [];
  return facts === undefined ? 'nothing' : inOrder(facts.split(' '));
}

const tellSees = (sees: Sees): string => (sees === null ? 'nothing' : inOrder(sees));

/** Rows of a table, each with the routes of which it is true. */
export type AccessTable = readonly (readonly [row: Row, routes: string])[];

export const linesOf = (routes: string): string[] =>
  routes
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Which routes of a module stand in no row, and which rows tell of no route, or of one that another tells of. */
export function gapsOf(table: AccessTable, routes: readonly Pick<Route, 'method' | 'path'>[]): string[] {
  const told = table.flatMap(([, lines]) => linesOf(lines));
  const there = routes.map(({ method, path }) => `${method} ${path}`);
  return [
    ...there.filter((route) => !told.includes(route)).map((route) => `says nothing of ${route}`),
    ...told
      .filter((route, at) => !there.includes(route) || told.indexOf(route) !== at)
      .map((route) => `one too many: ${route}`),
  ];
}

interface Visiting {
  readonly product: Product;
  readonly table: AccessTable;
  readonly readers: Readonly<Record<string, Caller>>;
  /** The address of a route in this world. */
  readonly at: (path: string) => string;
}

/** Goes through every row as every reader. @returns where somebody gets something else than the table says */
export async function differencesOf({ product, table, readers, at }: Visiting): Promise<string[]> {
  const found: string[] = [];
  for (const [row, lines] of table)
    for (const route of linesOf(lines)) {
      // Nobody asks for so many things within an hour; here everybody asks for each as if it were the first.
      await product.database.db.deleteFrom('platform.rate_windows').execute();
      const [method, path = ''] = route.split(' ') as [Route['method'], string];
      for (const [reader, caller] of Object.entries(readers)) {
        const sees = tellSees(await seesAt(product, { method, path: at(path), caller }));
        const should = promised(row, reader);
        if (sees !== should)
          found.push(`${reader} at ${route}: ${sees || 'a page'}, not ${should || 'a page'}`);
      }
    }
  return found;
}

/** All of some readers but some. */
export const without = (readers: string, left: string): string =>
  readers
    .split(' ')
    .filter((one) => !left.split(' ').includes(one))
    .join(' ');
