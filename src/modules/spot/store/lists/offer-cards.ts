import type { Database } from '../../../../platform/database/connect.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import type { Category, LanguageTask, OfferReason, PlaceKind, RenderingOrigin } from '../../types.ts';
import { possibleTimesOf, toInstants } from './possible-times.ts';

/** What a volunteer who was asked sees: no name, no address, nothing that says something about health. */
export interface OfferCard {
  readonly offerId: string;
  readonly requestId: string;
  readonly requestVersion: number;
  readonly category: Category;
  /** null where the kind of help lets expect health or children: what is seen once the requester has confirmed. */
  readonly words: {
    readonly own: string;
    readonly ownLocale: string;
    readonly japanese: string | null;
    readonly japaneseOrigin: RenderingOrigin | null;
  } | null;
  readonly neededTasks: readonly LanguageTask[];
  /** The language they would use: one of the request's, or `ja-easy`. */
  readonly language: string;
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly distanceMeters: number | null;
  readonly durationMinutes: number;
  /** Those still to come, in order. */
  readonly possibleTimes: readonly Temporal.Instant[];
  readonly askedAt: Temporal.Instant;
  /** Why this volunteer is asked. */
  readonly reasons: readonly OfferReason[];
}

const MOST_CARDS = 30;

/** The requests that wait for a volunteer's yes or no, the longest waiting first; at most 30, in one query. */
export async function listOffersOfVolunteer(
  db: Database,
  volunteerId: string,
  now: Temporal.Instant,
): Promise<OfferCard[]> {
  const rows = await cardQuery(db, volunteerId)
    .orderBy('o.asked_at')
    .orderBy('o.id')
    .limit(MOST_CARDS)
    .execute();
  return rows.map((row) => toCard(row, now));
}

/** One of a volunteer's cards; null when they weren't asked or it no longer waits for them. */
export async function findOfferCard(
  db: Database,
  offer: { requestId: string; volunteerId: string; now: Temporal.Instant },
): Promise<OfferCard | null> {
  const row = await cardQuery(db, offer.volunteerId).where('r.id', '=', offer.requestId).executeTakeFirst();
  return row ? toCard(row, offer.now) : null;
}

function cardQuery(db: Database, volunteerId: string) {
  return db
    .selectFrom('spot.offers as o')
    .innerJoin('spot.support_requests as r', 'r.id', 'o.request_id')
    .select([
      'o.id as offerId',
      'r.id as requestId',
      'r.version',
      'r.category',
      'r.own_words',
      'r.own_words_locale',
    ])
    .select(['r.japanese_words', 'r.japanese_origin', 'r.needed_tasks', 'o.language', 'r.place_kind'])
    .select(['r.municipality_code', 'r.town', 'o.distance_meters', 'r.duration_minutes', 'o.asked_at'])
    .select('o.reasons')
    .select(possibleTimesOf('r.id').as('possible_times'))
    .where('o.volunteer_id', '=', volunteerId)
    .where('o.state', '=', 'asked')
    .where('r.state', '=', 'open');
}

type CardRow = Awaited<ReturnType<ReturnType<typeof cardQuery>['execute']>>[number];

function toCard(row: CardRow, now: Temporal.Instant): OfferCard {
  return {
    offerId: row.offerId,
    requestId: row.requestId,
    requestVersion: row.version,
    category: row.category,
    words: mayShowWordsBeforeConfirmation(row.category)
      ? {
          own: row.own_words,
          ownLocale: row.own_words_locale,
          japanese: row.japanese_words,
          japaneseOrigin: row.japanese_origin,
        }
      : null,
    neededTasks: row.needed_tasks as LanguageTask[],
    language: row.language,
    placeKind: row.place_kind,
    municipalityCode: row.municipality_code,
    town: row.town,
    distanceMeters: row.distance_meters,
    durationMinutes: row.duration_minutes,
    possibleTimes: toInstants(row.possible_times).filter((time) => Temporal.Instant.compare(time, now) > 0),
    askedAt: row.asked_at,
    reasons: row.reasons as unknown as OfferReason[],
  };
}
