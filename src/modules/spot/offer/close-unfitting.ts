import type { Tx } from '../../../platform/database/connect.ts';
import { closeOfferTo, listOffersOfRequest, updateRanking } from '../store/offers.ts';
import { findRequest } from '../store/requests.ts';
import { tell } from '../tell.ts';
import { findStillFitting } from './find-fitting.ts';

/**
 * After a request was put right: whoever was asked and does not fit it any more need not answer, and is told so; of
 * everybody else the language, the way and the reasons are those of the request as it is now.
 */
export async function closeUnfitting(tx: Tx, requestId: string, now: Temporal.Instant): Promise<void> {
  const request = await findRequest(tx, requestId);
  const waiting = (await listOffersOfRequest(tx, requestId)).filter(({ state }) => state === 'asked');
  if (!request || waiting.length === 0) return;
  const ids = waiting.map(({ volunteerId }) => volunteerId);
  const fitting = await findStillFitting(tx, request, now, ids);
  const byId = new Map(fitting.map((one) => [one.volunteerId, one]));
  for (const { id, volunteerId } of waiting) {
    const ranked = byId.get(volunteerId);
    if (ranked) await updateRanking(tx, id, ranked);
    else if (await closeOfferTo(tx, requestId, volunteerId))
      await tell(tx, 'spot.offer.closed', { requestId, volunteerId });
  }
}
