import { type RawBuilder, sql } from 'kysely';
import { isBefore } from '../../../../platform/clock.ts';
import { type Database, readInstant } from '../../../../platform/database/connect.ts';
import { type AsJson, ask, type Question, question } from '../../../../platform/database/questions.ts';
import type { Sealed } from '../../../../platform/sealed/seal.ts';
import { mayShowWordsBeforeConfirmation } from '../../rules/words.ts';
import type { Category, LanguageTask, OfferReason, PlaceKind, RenderingOrigin } from '../../types.ts';
import { requestWords } from '../request-words.ts';
import { possibleTimesOf, toInstants } from './possible-times.ts';

/** What a volunteer who was asked sees: no name, no address, nothing that says something about health. */
export interface OfferCard {
  readonly offerId: string;
  readonly requestId: string;
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
  readonly openSince: Temporal.Instant;
  /** How often it was put right: a yes to what it said before is none. */
  readonly corrections: number;
  /** Why this volunteer is asked. */
  readonly reasons: readonly OfferReason[];
}

const MOST_CARDS = 30;

/** The requests that wait for a volunteer's yes or no, the longest waiting first; at most 30. */
export function offersOfVolunteer(
  db: Database,
  volunteerId: string,
  now: Temporal.Instant,
): Question<OfferCard[]> {
  const statement = sql`${CARDS} ${ofVolunteer(volunteerId)}
    order by o.asked_at, o.id limit ${sql.lit(MOST_CARDS)}`;
  return question<CardRow, OfferCard[]>(statement, (rows) => rows.map((row) => toCard(db, row, now)));
}

/** One of a volunteer's cards; null when they weren't asked or it no longer waits for them. */
export async function findOfferCard(
  db: Database,
  offer: { requestId: string; volunteerId: string; now: Temporal.Instant },
): Promise<OfferCard | null> {
  const statement = sql`${CARDS} ${ofVolunteer(offer.volunteerId)} and r.id = ${offer.requestId}`;
  const read = (rows: readonly AsJson<CardRow>[]) => (rows[0] ? toCard(db, rows[0], offer.now) : null);
  return ask(db, question<CardRow, OfferCard | null>(statement, read));
}

interface CardRow extends Omit<OfferCard, 'words' | 'possibleTimes'> {
  readonly ownWords: Sealed;
  readonly ownWordsLocale: string;
  readonly japaneseWords: Sealed | null;
  readonly japaneseOrigin: RenderingOrigin | null;
  readonly possibleTimes: readonly string[];
}

const CARDS = sql`
  select o.id as "offerId", r.id as "requestId", r.category,
    r.own_words as "ownWords", r.own_words_locale as "ownWordsLocale", r.japanese_words as "japaneseWords",
    r.japanese_origin as "japaneseOrigin", r.needed_tasks as "neededTasks", o.language,
    r.place_kind as "placeKind", r.municipality_code as "municipalityCode", r.town,
    o.distance_meters as "distanceMeters", r.duration_minutes as "durationMinutes",
    r.state_since as "openSince",
    (select count(*) from spot.corrections c where c.request_id = r.id) as corrections,
    o.reasons, ${possibleTimesOf('r.id')} as "possibleTimes"
  from spot.offers o
  join spot.support_requests r on r.id = o.request_id`;

function ofVolunteer(volunteerId: string): RawBuilder<unknown> {
  return sql`where o.volunteer_id = ${volunteerId} and o.state = 'asked' and r.state = 'open'`;
}

function toCard(db: Database, row: AsJson<CardRow>, now: Temporal.Instant): OfferCard {
  const { ownWords, ownWordsLocale, japaneseWords, japaneseOrigin, possibleTimes, ...card } = row;
  return {
    ...card,
    openSince: readInstant(row.openSince),
    words: mayShowWordsBeforeConfirmation(row.category)
      ? {
          own: requestWords.own.open(db, row.requestId, ownWords),
          ownLocale: ownWordsLocale,
          japanese: requestWords.japanese.open(db, row.requestId, japaneseWords),
          japaneseOrigin,
        }
      : null,
    possibleTimes: toInstants(possibleTimes).filter((time) => isBefore(now, time)),
  };
}
