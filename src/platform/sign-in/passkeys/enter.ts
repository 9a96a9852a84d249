import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { Tx } from '../../database/connect.ts';
import { accept, type Outcome, refuse } from '../../refusal.ts';
import { beginSession } from '../sessions/store.ts';
import type { Entered, SignIn } from '../types.ts';
import { notUnderstood, type PasskeyAnswer } from './answer.ts';
import { makeChallenge, spendChallenge } from './challenges.ts';
import { siteOf } from './origin.ts';

/** What the browser needs to ask for a passkey, whosever. @returns null when the site is unknown */
export async function beginPasskeySignIn(
  tx: Tx,
  signIn: SignIn,
  about: { headers: Headers; now: Temporal.Instant },
): Promise<object | null> {
  const site = siteOf(signIn, about.headers);
  if (!site) return null;
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const challenge = await makeChallenge(tx, { purpose: 'sign-in', personId: null, now: about.now });
  return generateAuthenticationOptions({
    rpID: site.host,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
  });
}

/**
 * Signs in with a passkey. The device has checked finger, face or PIN, so the session is strong.
 * @returns `passkey_not_understood`, `access_has_ended`
 */
export async function enterWithPasskey(
  tx: Tx,
  signIn: SignIn,
  about: { credential: PasskeyAnswer; back: string; headers: Headers; now: Temporal.Instant },
): Promise<Outcome<Entered>> {
  const response = about.credential as unknown as AuthenticationResponseJSON;
  const passkey = await tx
    .selectFrom('auth.passkeys')
    .selectAll()
    .where('credential_id', '=', response.id)
    .forUpdate()
    .executeTakeFirst();
  const site = siteOf(signIn, about.headers);
  if (!passkey || !site) return refuse('passkey_not_understood');
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) =>
      spendChallenge(tx, challenge, { purpose: 'sign-in', personId: null, now: about.now }),
    expectedOrigin: site.origin,
    expectedRPID: site.host,
    credential: {
      id: passkey.credential_id,
      publicKey: new Uint8Array(passkey.public_key),
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(notUnderstood);
  if (!verified?.verified) return refuse('passkey_not_understood');
  await tx
    .updateTable('auth.passkeys')
    .set({ counter: verified.authenticationInfo.newCounter, last_used_at: about.now })
    .where('id', '=', passkey.id)
    .execute();
  const session = await beginSession(tx, signIn, {
    personId: passkey.person_id,
    means: 'passkey',
    strength: 'strong',
    headers: about.headers,
    now: about.now,
  });
  if (!session) return refuse('access_has_ended');
  return accept({
    personId: passkey.person_id,
    sessionId: session.id,
    cookies: [session.cookie],
    path: about.back,
  });
}
