import type { Database } from '../../../../platform/database/connect.ts';
import type { RequestState } from '../../transitions.ts';
import type { Category } from '../../types.ts';
import { requestWords } from '../request-words.ts';
import { possibleTimesOf, toInstants } from './possible-times.ts';

/** A line of the requester's own list. */
export interface RequestSummary {
  readonly id: string;
  readonly state: RequestState;
  readonly stateSince: Temporal.Instant;
  readonly submittedAt: Temporal.Instant;
  readonly category: Category;
  readonly ownWords: string;
  readonly ownWordsLocale: string;
  readonly possibleTimes: readonly Temporal.Instant[];
  /** When they meet; null while nobody has said yes. */
  readonly startsAt: Temporal.Instant | null;
  readonly endsAt: Temporal.Instant | null;
  /** Whether they have said how the visit was. */
  readonly hasSaid: boolean;
  /** Whether something worried them that coordinators have not closed yet. */
  readonly hasOpenWorry: boolean;
}

/** Somebody's requests, the newest first; at most 100. */
export async function listRequestsOfRequester(db: Database, requesterId: string): Promise<RequestSummary[]> {
  const rows = await db
    .selectFrom('spot.support_requests as r')
    .leftJoin('spot.assignments as a', (join) =>
      join
        .onRef('a.request_id', '=', 'r.id')
        .on((eb) => eb.or([eb('a.is_active', '=', true), eb('a.ended_because', '=', 'fulfilled')])),
    )
    .select(['r.id', 'r.state', 'r.state_since as stateSince', 'r.submitted_at as submittedAt', 'r.category'])
    .select(['r.own_words as ownWords', 'r.own_words_locale as ownWordsLocale', 'a.starts_at as startsAt'])
    .select('a.ends_at as endsAt')
    .leftJoin('spot.visit_feedback as f', 'f.assignment_id', 'a.id')
    .select((is) => is('f.assignment_id', 'is not', null).as('hasSaid'))
    .select((is) =>
      is.and([is('f.is_unsafe', '=', true), is('f.worry_closed_at', 'is', null)]).as('hasOpenWorry'),
    )
    .select(possibleTimesOf('r.id').as('possibleTimes'))
    .where('r.requester_id', '=', requesterId)
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    ...row,
    ownWords: requestWords.own.open(db, row.id, row.ownWords),
    possibleTimes: toInstants(row.possibleTimes),
    hasSaid: Boolean(row.hasSaid),
    hasOpenWorry: Boolean(row.hasOpenWorry),
  }));
}
