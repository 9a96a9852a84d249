import type { Tx } from '../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import { type ActOn, enter, type Performed, performedIn } from '../perform.ts';
import { findOffer, updateOffer } from '../store/offers.ts';
import { tell } from '../tell.ts';

/**
 * A volunteer cannot this time; no reason is asked. Saying so twice, or after the offer was closed, changes nothing.
 * Refuses `you_were_not_asked`, `you_have_already_said_yes`.
 */
export async function declineOffer(tx: Tx, on: ActOn): Promise<Outcome<Performed>> {
  const entered = await enter(tx, on);
  if (!entered.ok) return entered;
  const volunteerId = on.doer.personId ?? '';
  const offer = on.doer.personId ? await findOffer(tx, on.requestId, volunteerId) : null;
  if (!offer) return refuse('you_were_not_asked');
  if (offer.state === 'accepted') return refuse('you_have_already_said_yes');
  const performed = { ...performedIn(entered.value), volunteerId };
  if (offer.state !== 'asked') return accept(performed);
  await updateOffer(tx, offer.id, { state: 'declined', answered_at: on.doer.now });
  await tell(tx, 'spot.offer.declined', { requestId: on.requestId, volunteerId });
  return accept(performed);
}
