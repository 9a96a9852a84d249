import type { Database, Tx } from '../../../platform/database/connect.ts';
import { hostCookie, readCookie } from '../../../platform/web/cookies.ts';
import { newToken } from '../keys.ts';
import type { SignIn } from '../types.ts';

const DEVICES = '__Host-devices';
/** The longest that browsers keep a cookie. */
const KEPT_DAYS = 400;
/** A family shares a device: it knows the last ones who signed in there. */
const MOST_PEOPLE = 5;

interface Using {
  readonly personId: string;
  readonly headers: Headers;
}

/** Whether a browser brings any token at all: whoever has none is a stranger, and nobody is looked up for them. */
export function bringsToken(headers: Headers): boolean {
  return readTokens(headers).length > 0;
}

/** Finds the device among those where somebody has signed in before. @returns its keyed hash; null for an unknown one */
export async function findKnownDevice(
  db: Database,
  signIn: SignIn,
  { personId, headers }: Using,
): Promise<Buffer | null> {
  const hashes = readTokens(headers).map((token) => signIn.keys.hashOf('known device', token, personId));
  if (hashes.length === 0) return null;
  const found = await db
    .selectFrom('auth.known_devices')
    .select('token_hash')
    .where('token_hash', 'in', hashes)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return found?.token_hash ?? null;
}

/**
 * Remembers where somebody has just signed in. A device that is new to them gets a token of its own: nothing that it
 * brought along becomes one.
 * @returns whether it was known, and the cookie for its tokens
 */
export async function rememberDevice(
  tx: Tx,
  signIn: SignIn,
  using: Using & { now: Temporal.Instant },
): Promise<{ was: 'known' | 'new'; cookie: string }> {
  const { personId, headers, now } = using;
  const tokens = readTokens(headers);
  const known = await findKnownDevice(tx, signIn, using);
  if (known) {
    await tx
      .updateTable('auth.known_devices')
      .set({ last_used_at: now })
      .where('token_hash', '=', known)
      .execute();
    return { was: 'known', cookie: cookieOf(tokens) };
  }
  const token = newToken();
  const token_hash = signIn.keys.hashOf('known device', token, personId);
  await tx
    .insertInto('auth.known_devices')
    .values({ token_hash, person_id: personId, created_at: now, last_used_at: now })
    .execute();
  return { was: 'new', cookie: cookieOf([token, ...tokens].slice(0, MOST_PEOPLE)) };
}

/** Forgets all devices of somebody but the one that asks: they are strangers from now on. */
export async function forgetOtherDevices(tx: Tx, signIn: SignIn, using: Using): Promise<void> {
  const own = await findKnownDevice(tx, signIn, using);
  let others = tx.deleteFrom('auth.known_devices').where('person_id', '=', using.personId);
  if (own) others = others.where('token_hash', '!=', own);
  await others.execute();
}

function readTokens(headers: Headers): string[] {
  const tokens = (readCookie(headers, DEVICES) ?? '').split('.');
  return tokens.filter((token) => /^[\w-]{43}$/.test(token)).slice(0, MOST_PEOPLE);
}

function cookieOf(tokens: readonly string[]): string {
  return hostCookie(DEVICES, tokens.join('.'), KEPT_DAYS * 86_400);
}
