import { digestOf } from '../../src/platform/web/passage/once.ts';
import type { Product } from './product.ts';
import type { PersonName } from './world.ts';

/** Over TLS: a demonstration at http://localhost has cookies of other names. */
const ORIGIN = 'https://localhost';

let calls = 0;

/** Every call comes from an address of its own, as from another household: limits by address are not what is tested. */
function newAddress(): string {
  calls += 1;
  return `10.1.${Math.floor(calls / 250)}.${calls % 250}`;
}

async function send(product: Product, request: Request, address = newAddress()): Promise<Response> {
  return product.house.app.fetch(request, { incoming: { socket: { remoteAddress: address } } });
}

/** Somebody who asks for pages without a browser. */
export interface Caller {
  readonly personId: string | null;
  readonly cookie: string;
}

export const VISITOR: Caller = { personId: null, cookie: '' };

/** Signs somebody in; weakly, the session stands on a code alone, without a second factor. */
export async function signIn(
  product: Product,
  personId: string,
  strength: 'strong' | 'weak' = 'strong',
): Promise<Caller> {
  const body = new URLSearchParams({ person_id: personId, idempotency_key: crypto.randomUUID() });
  const request = new Request(`${ORIGIN}/en/demonstration/sign-in`, {
    method: 'POST',
    headers: sameOrigin(''),
    body,
  });
  const answer = await send(product, request);
  const cookie = /__Host-session=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
  if (!cookie) throw new Error(`nobody signed in: ${answer.status}`);
  if (strength === 'weak') {
    await product.database.db
      .updateTable('auth.sessions')
      .set({ strong_at: null })
      .where('person_id', '=', personId)
      .execute();
  }
  return { personId, cookie };
}

/** Everybody of the world, signed in with a second factor. */
export async function signInEverybody(product: Product): Promise<Record<PersonName, Caller>> {
  const callers: [string, Caller][] = [];
  for (const [name, id] of Object.entries(product.ids)) callers.push([name, await signIn(product, id)]);
  return Object.fromEntries(callers) as Record<PersonName, Caller>;
}

/** Asks for a page. @param path with the language: `/en/me` */
export async function ask(product: Product, caller: Caller, path: string): Promise<Response> {
  return send(product, new Request(ORIGIN + path, { headers: { cookie: caller.cookie } }));
}

/** What the answer to a press leads to when permission was given and nothing else was done. */
export const NOTHING_DONE = '/nothing-done';

/**
 * Presses a button without anything typed, in a way that changes nothing: the house believes that this very form was
 * already sent, and answers as then. Everything before that (origin, permission, limits, the form's own rules) happens.
 */
export async function pressWithoutEffect(product: Product, caller: Caller, path: string): Promise<Response> {
  const key = crypto.randomUUID();
  const address = newAddress();
  await product.database.db
    .insertInto('platform.idempotency_keys')
    .values({
      key,
      actor: caller.personId ?? address,
      content_sha256: digestOf(product.database.db, path.replace(/^\/[^/]+/, ''), new Map()),
      route: path,
      location: NOTHING_DONE,
      created_at: product.clock(),
    })
    .execute();
  const body = new URLSearchParams({ idempotency_key: key });
  const request = new Request(ORIGIN + path, { method: 'POST', headers: sameOrigin(caller.cookie), body });
  return send(product, request, address);
}

/** Sends a form from one of our pages, with files or without. @param path with the language: `/en/me` */
export async function press(
  product: Product,
  caller: Caller,
  path: string,
  fields: Readonly<Record<string, string>>,
  files: Readonly<Record<string, File>> = {},
): Promise<Response> {
  const typed = { idempotency_key: crypto.randomUUID(), ...fields };
  const hasFiles = Object.keys(files).length > 0;
  const body = hasFiles ? new FormData() : new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, ...files })) body.append(name, value as string);
  const request = new Request(ORIGIN + path, { method: 'POST', headers: sameOrigin(caller.cookie), body });
  return send(product, request);
}

function sameOrigin(cookie: string): Record<string, string> {
  return { cookie, 'sec-fetch-site': 'same-origin', origin: ORIGIN };
}
