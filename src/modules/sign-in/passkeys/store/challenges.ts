import type { Tx } from '../../../../platform/database/connect.ts';
import { type Keys, newToken } from '../../keys.ts';

const MINUTES = 5;

/** What a challenge is for, and the one who may answer it: the browser that asked, or the session that adds a passkey. */
export type Asking =
  | { readonly purpose: 'sign-in'; readonly personId: null; readonly browserToken: string }
  | { readonly purpose: 'registration'; readonly personId: string; readonly sessionId: string };

/**
 * Makes a challenge for an authenticator to sign: 256 random bits, once, within five minutes. Kept is its keyed hash, bound
 * to what it is for and to who asked: an answer that was lured from somebody signs in nobody else's browser.
 */
export async function makeChallenge(
  tx: Tx,
  keys: Keys,
  about: Asking & { now: Temporal.Instant },
): Promise<string> {
  const challenge = newToken();
  await tx
    .insertInto('auth.challenges')
    .values({
      challenge: hashOf(keys, challenge, about),
      purpose: about.purpose,
      person_id: about.personId,
      expires_at: about.now.add({ minutes: MINUTES }),
    })
    .execute();
  return challenge;
}

/** Uses a challenge up. @returns whether it was one of ours, for this, asked by the same, and not too old */
export async function spendChallenge(
  tx: Tx,
  keys: Keys,
  answered: Asking & { challenge: string; now: Temporal.Instant },
): Promise<boolean> {
  const spent = await tx
    .deleteFrom('auth.challenges')
    .where('challenge', '=', hashOf(keys, answered.challenge, answered))
    .where('expires_at', '>', answered.now)
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}

function hashOf(keys: Keys, challenge: string, about: Asking): string {
  const by =
    about.purpose === 'sign-in' ? ['browser', about.browserToken] : [about.personId, about.sessionId];
  return keys.hashOf('challenge', challenge, about.purpose, ...by).toString('base64url');
}
