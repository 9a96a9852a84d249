import { randomBytes } from 'node:crypto';
import type { Tx } from '../../database/connect.ts';

const MINUTES = 5;

type Purpose =
  | { readonly purpose: 'sign-in'; readonly personId: null }
  | { readonly purpose: 'registration'; readonly personId: string };

/** Makes a challenge for an authenticator to sign: 256 random bits, once, within five minutes. */
export async function makeChallenge(tx: Tx, about: Purpose & { now: Temporal.Instant }): Promise<string> {
  const challenge = randomBytes(32).toString('base64url');
  await tx
    .insertInto('auth.challenges')
    .values({
      challenge,
      purpose: about.purpose,
      person_id: about.personId,
      expires_at: about.now.add({ minutes: MINUTES }),
    })
    .execute();
  return challenge;
}

/** Uses a challenge up. @returns whether it was one of ours, for this, and not too old */
export async function spendChallenge(
  tx: Tx,
  challenge: string,
  about: Purpose & { now: Temporal.Instant },
): Promise<boolean> {
  const spent = await tx
    .deleteFrom('auth.challenges')
    .where('challenge', '=', challenge)
    .where('purpose', '=', about.purpose)
    .where('person_id', 'is not distinct from', about.personId)
    .where('expires_at', '>', about.now)
    .executeTakeFirst();
  return spent.numDeletedRows > 0n;
}
