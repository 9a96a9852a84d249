import type { RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { notify } from '../events.ts';
import { deviceOf } from '../sessions/device.ts';
import type { SignIn } from '../types.ts';
import { notUnderstood, type PasskeyAnswer } from './answer.ts';
import { siteOf } from './origin.ts';
import { makeChallenge, spendChallenge } from './store/challenges.ts';
import { insertPasskey, listPasskeys } from './store/passkeys.ts';

interface Registering {
  readonly personId: string;
  readonly sessionId: string;
  readonly headers: Headers;
  readonly now: Temporal.Instant;
}

/** What the browser needs to make a passkey. @returns null when the site is unknown */
export async function beginRegistration(
  tx: Tx,
  signIn: SignIn,
  about: Registering & { organization: string; account: string },
): Promise<object | null> {
  const site = siteOf(signIn, about.headers);
  if (!site) return null;
  // The library takes a quarter of a second to read, so it is read when somebody needs it.
  const { generateRegistrationOptions } = await import('@simplewebauthn/server');
  const known = await listPasskeys(tx, about.personId);
  const { personId, sessionId, now } = about;
  const challenge = await makeChallenge(tx, signIn.keys, {
    purpose: 'registration',
    personId,
    sessionId,
    now,
  });
  return generateRegistrationOptions({
    rpName: about.organization,
    rpID: site.host,
    userID: Buffer.from(about.personId.replaceAll('-', ''), 'hex'),
    userName: about.account,
    challenge: Buffer.from(challenge, 'base64url'),
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

/**
 * Keeps a passkey that the browser has made.
 * @returns its id; `passkey_not_understood`
 */
export async function finishRegistration(
  tx: Tx,
  signIn: SignIn,
  about: Registering & { credential: PasskeyAnswer },
): Promise<Outcome<{ id: string }>> {
  const site = siteOf(signIn, about.headers);
  const { personId, sessionId, now } = about;
  const asking = { purpose: 'registration', personId, sessionId } as const;
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
  const verified = await verifyRegistrationResponse({
    response: about.credential as unknown as RegistrationResponseJSON,
    expectedChallenge: (challenge) => spendChallenge(tx, signIn.keys, { ...asking, challenge, now }),
    expectedOrigin: site?.origin ?? [],
    expectedRPID: site?.host ?? [],
    requireUserVerification: true,
  }).catch(notUnderstood);
  if (!verified?.verified) return refuse('passkey_not_understood');
  const { id, publicKey, counter, transports } = verified.registrationInfo.credential;
  const kept = await insertPasskey(tx, {
    credential_id: id,
    person_id: about.personId,
    public_key: Buffer.from(publicKey),
    counter,
    transports: transports ?? [],
    ...deviceOf(about.headers),
    created_at: about.now,
  });
  if (!kept) return refuse('passkey_not_understood');
  await notify(tx, 'sign_in.passkey.added', personId);
  return accept(kept);
}
