import type { Database } from '../../../platform/database/connect.ts';
import type { OfferState } from '../types.ts';

/** An offer as its volunteer comes back to it. */
export interface OwnOffer {
  readonly requestId: string;
  readonly volunteerId: string;
  readonly state: OfferState;
}

/** @returns null when there is no such offer */
export async function findOwnOffer(db: Database, offerId: string): Promise<OwnOffer | null> {
  const row = await db
    .selectFrom('spot.offers')
    .select(['request_id as requestId', 'volunteer_id as volunteerId', 'state'])
    .where('id', '=', offerId)
    .executeTakeFirst();
  return row ?? null;
}
