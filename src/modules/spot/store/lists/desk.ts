import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type DeskFacts, type NextAct, nextActOf } from '../../rules/next-act.ts';
import type { SpotSettings } from '../../settings.ts';

/** A row of the desk: a request, what to do next, and how soon it breaks. */
export interface DeskRow extends DeskFacts {
  readonly next: NextAct;
}

const MOST_ROWS = 200;

/** All requests that need somebody's act, what breaks first on top; one query, at most 200. */
export async function listDesk(
  db: Database,
  at: { now: Temporal.Instant; settings: SpotSettings },
): Promise<DeskRow[]> {
  const facts = await listDeskFacts(db);
  return facts
    .map((fact) => ({ ...fact, next: nextActOf(fact, at.now, at.settings) }))
    .filter((row) => row.next.act !== 'nothing')
    .sort(
      (one, other) =>
        one.next.urgency - other.next.urgency ||
        Temporal.Instant.compare(one.next.breaksAt, other.next.breaksAt) ||
        (one.requestId < other.requestId ? -1 : 1),
    )
    .slice(0, MOST_ROWS);
}

async function listDeskFacts(db: Database): Promise<DeskFacts[]> {
  return db
    .selectFrom('spot.support_requests as r')
    .leftJoin('spot.assignments as a', (join) =>
      join.onRef('a.request_id', '=', 'r.id').on('a.is_active', '=', true),
    )
    .leftJoin('spot.visits as v', 'v.assignment_id', 'a.id')
    .leftJoin('spot.visit_reports as w', 'w.assignment_id', 'a.id')
    .leftJoin('spot.visit_feedback as f', 'f.assignment_id', 'a.id')
    .select([
      'r.id as requestId',
      'r.requester_id as requesterId',
      'a.volunteer_id as volunteerId',
      'r.state',
    ])
    .select(['r.state_since as stateSince', 'r.submitted_at as submittedAt', 'r.category', 'r.version'])
    .select(['r.coordinator_id as coordinatorId', 'r.talk_languages as talkLanguages'])
    .select(['r.own_words_locale as ownWordsLocale', 'r.place_kind as placeKind', 'r.town'])
    .select(['r.municipality_code as municipalityCode', 'r.duration_minutes as durationMinutes'])
    .select(['a.starts_at as startsAt', 'a.ends_at as endsAt', 'f.is_unsafe as isUnsafe'])
    .select([
      sql<boolean>`w.assignment_id is not null`.as('hasReport'),
      sql<boolean>`f.assignment_id is not null`.as('hasFeedback'),
      sql<Temporal.Instant>`(select min(p.starts_at) from spot.possible_times p where p.request_id = r.id)`.as(
        'firstPossibleAt',
      ),
      sql<Temporal.Instant>`(select max(p.starts_at) from spot.possible_times p where p.request_id = r.id)`.as(
        'lastPossibleAt',
      ),
      sql<number>`(select count(*) from spot.offers o where o.request_id = r.id)`.as('askedCount'),
      sql<number>`(select count(*) from spot.offers o where o.request_id = r.id and o.state = 'asked')`.as(
        'unansweredCount',
      ),
    ])
    .where('r.ended_at', 'is', null)
    .orderBy('r.state_since')
    .limit(1000)
    .execute();
}
