import type { Database } from '../../../platform/database/connect.ts';
import type { OfferState } from '../types.ts';

/** An offer as its volunteer comes back to it. */
export interface OwnOffer {
  readonly requestId: string;
  readonly volunteerId: string;
  readonly state: OfferState;
}

/**
 * What was put to somebody.
 * @param id of the request, by which the news names it, or of the offer
 * @returns null when there is none of theirs
 */
export async function findOwnOffer(db: Database, personId: string, id: string): Promise<OwnOffer | null> {
  const row = await db
    .selectFrom('spot.offers')
    .select(['request_id as requestId', 'volunteer_id as volunteerId', 'state'])
    .where('volunteer_id', '=', personId)
    .where((is) => is.or([is('request_id', '=', id), is('id', '=', id)]))
    .executeTakeFirst();
  return row ?? null;
}
