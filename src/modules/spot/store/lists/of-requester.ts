import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
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

/** Somebody's requests that have not ended, the newest first. */
export async function listCurrentRequests(db: Database, requesterId: string): Promise<RequestSummary[]> {
  const rows = await requestsOf(db, requesterId).where('r.ended_at', 'is', null).execute();
  return rows.map((row) => toSummary(db, row));
}

/** Somebody's requests that have ended, the newest first. */
export async function listEndedRequests(
  db: Database,
  requesterId: string,
  window: Window,
): Promise<Page<RequestSummary>> {
  let query = requestsOf(db, requesterId).where('r.ended_at', 'is not', null);
  if (window.after)
    query = query.where(
      sql<boolean>`(r.submitted_at, r.id) < (select submitted_at, id from spot.support_requests
        where id = ${window.after} and requester_id = ${requesterId})`,
    );
  const rows = await query.limit(window.limit + 1).execute();
  return toPage(
    rows.map((row) => toSummary(db, row)),
    window,
    ({ id }) => id,
  );
}

/** Whether somebody has ever asked for something. */
export async function hasAsked(db: Database, requesterId: string): Promise<boolean> {
  const row = await db
    .selectFrom('spot.support_requests')
    .select('id')
    .where('requester_id', '=', requesterId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

function requestsOf(db: Database, requesterId: string) {
  return db
    .selectFrom('spot.support_requests as r')
    .leftJoin('spot.assignments as a', (join) =>
      join
        .onRef('a.request_id', '=', 'r.id')
        .on((eb) => eb.or([eb('a.is_active', '=', true), eb('a.ended_because', '=', 'fulfilled')])),
    )
    .leftJoin('spot.visit_feedback as f', 'f.assignment_id', 'a.id')
    .select(['r.id', 'r.state', 'r.state_since as stateSince', 'r.submitted_at as submittedAt', 'r.category'])
    .select(['r.own_words as ownWords', 'r.own_words_locale as ownWordsLocale', 'a.starts_at as startsAt'])
    .select('a.ends_at as endsAt')
    .select((is) => is('f.assignment_id', 'is not', null).as('hasSaid'))
    .select((is) =>
      is.and([is('f.is_unsafe', '=', true), is('f.worry_closed_at', 'is', null)]).as('hasOpenWorry'),
    )
    .select(possibleTimesOf('r.id').as('possibleTimes'))
    .where('r.requester_id', '=', requesterId)
    .orderBy('r.submitted_at', 'desc')
    .orderBy('r.id', 'desc');
}

type Row = Awaited<ReturnType<ReturnType<typeof requestsOf>['execute']>>[number];

function toSummary(db: Database, row: Row): RequestSummary {
  return {
    ...row,
    ownWords: requestWords.own.open(db, row.id, row.ownWords),
    possibleTimes: toInstants(row.possibleTimes),
    hasSaid: Boolean(row.hasSaid),
    hasOpenWorry: Boolean(row.hasOpenWorry),
  };
}
