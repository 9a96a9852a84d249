import { takeDraft } from '../../../kits/forms/index.ts';
import { housePaths } from '../../../platform/addresses/paths.ts';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import { isLocale } from '../../../platform/languages/locales.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { rememberDevice } from '../devices/store.ts';
import { notify } from '../events.ts';
import { sessionCookie } from '../sessions/cookie.ts';
import { limitFor } from '../sessions/rules.ts';
import { beginSession, findRoles, renewSessionToken } from '../sessions/store.ts';
import type { Entered, SignIn } from '../types.ts';
import { noAttemptCookie, readAttemptToken } from './cookie.ts';
import { isCodeOf, MOST_TRIES } from './kept-code.ts';
import { type CodeRow, findCodeWithSession, findWaiting, markCodeUsed, takeTry } from './store.ts';

/** The answer to the right code may be lost on its way: the same browser gets it again for this long. */
const AGAIN_SECONDS = 60;

interface Typed {
  readonly headers: Headers;
  /** Six digits. */
  readonly code: string;
  readonly now: Temporal.Instant;
}

/**
 * Signs in with a code. The code belongs to the browser that asked for it and works once, within ten minutes, for five
 * tries; an unknown address becomes a person now.
 *
 * A refusal must be committed, because it counts the try: answer with a page, not with `refusedBy`.
 * @returns `code_is_wrong` (`left`: tries), `too_many_tries`, `code_is_over`, `access_has_ended`, all on `code`
 */
export async function enterCode(tx: Tx, signIn: SignIn, typed: Typed): Promise<Outcome<Entered>> {
  const token = readAttemptToken(typed.headers);
  if (!token) return refuse('code_is_over', undefined, 'code');
  const row = await takeTry(tx, signIn.keys.hashOf('asking browser', token), typed.now);
  if (!row) return enterAgain(tx, signIn, { ...typed, token });
  if (!isCodeOf(signIn.keys, row, typed.code)) {
    const left = MOST_TRIES - row.tries;
    return left === 0
      ? refuse('too_many_tries', undefined, 'code')
      : refuse('code_is_wrong', { left }, 'code');
  }
  return enter(tx, signIn, { ...typed, row });
}

async function enter(
  tx: Tx,
  signIn: SignIn,
  { headers, now, row }: Typed & { row: CodeRow },
): Promise<Outcome<Entered>> {
  const locale = isLocale(row.locale) ? row.locale : 'ja';
  const person = await signIn.people.register(tx, { email: row.email, locale, now });
  const session = await beginSession(tx, signIn, {
    personId: person.id,
    means: 'code',
    strength: 'weak',
    headers,
    now,
  });
  await markCodeUsed(tx, row.id, { sessionId: session?.id ?? null, now });
  if (!session) return refuse('access_has_ended', undefined, 'code');
  const device = await rememberDevice(tx, signIn, { personId: person.id, headers, now });
  // To somebody who is only just beginning, every device is new.
  if (device.was === 'new' && person.welcomedAt) await notify(tx, 'sign_in.device.first_used', person.id);
  const isTaken = await takeDraft(tx, { id: row.draft_id, personId: person.id, now });
  // Whoever brings a form along is asked for their name where it is sent.
  const isExpected = person.welcomedAt !== null || isTaken;
  return accept({
    personId: person.id,
    sessionId: session.id,
    cookies: [session.cookie, device.cookie, noAttemptCookie()],
    path: isExpected ? row.back : `${housePaths.welcome()}?back=${encodeURIComponent(row.back)}`,
  });
}

/**
 * No try is left, or the code was used: by this same press of the button a moment ago, or for good. The answer to that
 * press may be lost, so its session gets another token; the lost one is worth nothing any more.
 */
async function enterAgain(
  tx: Tx,
  signIn: SignIn,
  { token, code, headers, now }: Typed & { token: string },
): Promise<Outcome<Entered>> {
  const row = await findCodeWithSession(tx, signIn.keys.hashOf('asking browser', token));
  if (row && !row.used_at && row.tries >= MOST_TRIES) return refuse('too_many_tries', undefined, 'code');
  const late = !row?.used_at || now.since(row.used_at).total('seconds') > AGAIN_SECONDS;
  if (late || !row.sessionId || !row.personId || !isCodeOf(signIn.keys, row, code))
    return refuse('code_is_over', undefined, 'code');
  const roles = await findRoles(tx, signIn, { personId: row.personId, now });
  if (!roles) return refuse('access_has_ended', undefined, 'code');
  const renewed = await renewSessionToken(tx, signIn, row.sessionId);
  const cookie = sessionCookie(renewed, limitFor(signIn.limits, roles).most);
  const device = await rememberDevice(tx, signIn, { personId: row.personId, headers, now });
  return accept({
    personId: row.personId,
    sessionId: row.sessionId,
    cookies: [cookie, device.cookie, noAttemptCookie()],
    path: row.back,
  });
}

/** Where this browser's code was sent and leads; null when it has asked for none or it was used. It may be over by now. */
export async function findCodeOf(
  db: Database,
  signIn: SignIn,
  headers: Headers,
): Promise<{ email: string; back: string } | null> {
  const token = readAttemptToken(headers);
  return token ? findWaiting(db, signIn.keys.hashOf('asking browser', token)) : null;
}
