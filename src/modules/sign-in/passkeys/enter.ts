import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import { draftBehind, takeDraft } from '../../../kits/forms/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { rememberDevice } from '../devices/store.ts';
import { notify } from '../events.ts';
import { newToken } from '../keys.ts';
import { beginSession } from '../sessions/store.ts';
import type { Entered, SignIn } from '../types.ts';
import { notUnderstood, type PasskeyAnswer } from './answer.ts';
import { askingCookie, noAskingCookie, readAskingToken } from './cookie.ts';
import { siteOf } from './origin.ts';
import { makeChallenge, spendChallenge } from './store/challenges.ts';
import { lockPasskey, notePasskeyUse } from './store/passkeys.ts';

/** What the browser needs to ask for a passkey, whosever, and the cookie by which it is known again. @returns null when the site is unknown */
export async function beginPasskeySignIn(
  tx: Tx,
  signIn: SignIn,
  about: { headers: Headers; now: Temporal.Instant },
): Promise<{ options: object; cookie: string } | null> {
  const site = siteOf(signIn, about.headers);
  if (!site) return null;
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
  const browserToken = newToken();
  const asking = { purpose: 'sign-in', personId: null, browserToken } as const;
  const challenge = await makeChallenge(tx, signIn.keys, { ...asking, now: about.now });
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
  });
  return { options, cookie: askingCookie(browserToken) };
}

/**
 * Signs in with a passkey. The device has checked finger, face or PIN, so the session is strong.
 * @returns `passkey_not_understood`, `access_has_ended`; `browser_keeps_no_cookie` when that of the challenge did not come back
 */
export async function enterWithPasskey(
  tx: Tx,
  signIn: SignIn,
  about: { credential: PasskeyAnswer; back: string; headers: Headers; now: Temporal.Instant },
): Promise<Outcome<Entered>> {
  const browserToken = readAskingToken(about.headers);
  if (!browserToken) return refuse('browser_keeps_no_cookie');
  const asking = { purpose: 'sign-in', personId: null, browserToken } as const;
  const response = about.credential as unknown as AuthenticationResponseJSON;
  const passkey = await lockPasskey(tx, response.id);
  const site = siteOf(signIn, about.headers);
  if (!passkey || !site) return refuse('passkey_not_understood');
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) =>
      spendChallenge(tx, signIn.keys, { ...asking, challenge, now: about.now }),
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
  const { newCounter: counter } = verified.authenticationInfo;
  await notePasskeyUse(tx, passkey.id, { counter, now: about.now });
  const session = await beginSession(tx, signIn, {
    personId: passkey.person_id,
    means: 'passkey',
    strength: 'strong',
    headers: about.headers,
    now: about.now,
  });
  if (!session) return refuse('access_has_ended');
  const { headers, now } = about;
  const device = await rememberDevice(tx, signIn, { personId: passkey.person_id, headers, now });
  if (device.was === 'new') await notify(tx, 'sign_in.device.first_used', passkey.person_id);
  const personId = passkey.person_id;
  await takeDraft(tx, { id: await draftBehind(tx, about), personId, now });
  return accept({
    personId,
    sessionId: session.id,
    cookies: [session.cookie, device.cookie, noAskingCookie()],
    path: about.back,
  });
}
