import type { Selectable } from 'kysely';
import type { Database, Tx } from '../../../platform/database/connect.ts';
import type { SpotOffers } from '../../../platform/database/generated.ts';
import type { Offer, OfferReason, OfferState } from '../types.ts';

/** A volunteer to ask, as the ranking found them. */
export type NewOffer = Pick<Offer, 'volunteerId' | 'score' | 'language' | 'distanceMeters' | 'reasons'>;

/** Puts a request to volunteers. @throws 23505 `offers_ask_once` when one of them was asked before */
export async function insertOffers(
  tx: Tx,
  wave: {
    requestId: string;
    wave: number;
    offers: readonly NewOffer[];
    askedBy: string | null;
    now: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('spot.offers')
    .values(
      wave.offers.map((offer) => ({
        request_id: wave.requestId,
        volunteer_id: offer.volunteerId,
        wave: wave.wave,
        score: offer.score,
        language: offer.language,
        distance_meters: offer.distanceMeters,
        reasons: JSON.stringify(offer.reasons),
        asked_at: wave.now,
        asked_by: wave.askedBy,
      })),
    )
    .execute();
}

/** Everybody who was ever asked for a request, by wave and score. */
export async function listOffersOfRequest(db: Database, requestId: string): Promise<Offer[]> {
  const rows = await db
    .selectFrom('spot.offers')
    .selectAll()
    .where('request_id', '=', requestId)
    .orderBy('wave')
    .orderBy('score', 'desc')
    .orderBy('volunteer_id')
    .execute();
  return rows.map(toOffer);
}

/** @returns the offer of a request to a volunteer; null when they were never asked */
export async function findOffer(db: Database, requestId: string, volunteerId: string): Promise<Offer | null> {
  const row = await db
    .selectFrom('spot.offers')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('volunteer_id', '=', volunteerId)
    .executeTakeFirst();
  return row ? toOffer(row) : null;
}

export async function updateOffer(
  tx: Tx,
  id: string,
  changes: { state: OfferState; answered_at?: Temporal.Instant },
): Promise<void> {
  await tx.updateTable('spot.offers').set(changes).where('id', '=', id).execute();
}

/** Puts the ranking of a request as it is now in the place of the one from before. */
export async function updateRanking(
  tx: Tx,
  id: string,
  { score, language, distanceMeters, reasons }: Omit<NewOffer, 'volunteerId'>,
): Promise<void> {
  await tx
    .updateTable('spot.offers')
    .set({ score, language, distance_meters: distanceMeters, reasons: JSON.stringify(reasons) })
    .where('id', '=', id)
    .execute();
}

/** Closes what nobody has answered yet. @returns the volunteers whose offers were closed */
export async function closeUnansweredOffers(tx: Tx, requestId: string): Promise<string[]> {
  const rows = await tx
    .updateTable('spot.offers')
    .set({ state: 'closed' })
    .where('request_id', '=', requestId)
    .where('state', '=', 'asked')
    .returning('volunteer_id')
    .execute();
  return rows.map((row) => row.volunteer_id);
}

/** Closes the offer to one volunteer, if it waits for their answer. @returns whether it did */
export async function closeOfferTo(tx: Tx, requestId: string, volunteerId: string): Promise<boolean> {
  const done = await tx
    .updateTable('spot.offers')
    .set({ state: 'closed' })
    .where('request_id', '=', requestId)
    .where('volunteer_id', '=', volunteerId)
    .where('state', '=', 'asked')
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}

function toOffer(row: Selectable<SpotOffers>): Offer {
  return {
    id: row.id,
    requestId: row.request_id,
    volunteerId: row.volunteer_id,
    wave: row.wave,
    state: row.state,
    score: row.score,
    language: row.language,
    distanceMeters: row.distance_meters,
    reasons: row.reasons as unknown as OfferReason[],
    askedAt: row.asked_at,
    askedBy: row.asked_by,
  };
}
