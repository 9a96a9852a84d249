import { draftBehind, takeDraft } from '../../../kits/forms/index.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { beginSession } from '../sessions/store.ts';
import type { Entered, SignIn } from '../types.ts';

/**
 * Signs in as an invented person without any proof; the session is strong, so that staff's screens open too.
 * @throws outside a demonstration: no route of ours leads here then
 */
export async function enterDemonstration(
  tx: Tx,
  signIn: SignIn,
  about: { personId: string; back: string; headers: Headers; now: Temporal.Instant },
): Promise<Outcome<Entered>> {
  if (!signIn.demonstration) throw new Error('nobody signs in without proof outside a demonstration');
  const session = await beginSession(tx, signIn, {
    personId: about.personId,
    means: 'demonstration',
    strength: 'strong',
    headers: about.headers,
    now: about.now,
  });
  if (!session) return refuse('access_has_ended');
  const { personId, now } = about;
  await takeDraft(tx, { id: await draftBehind(tx, about), personId, now });
  return accept({
    personId,
    sessionId: session.id,
    cookies: [session.cookie],
    path: about.back,
  });
}
