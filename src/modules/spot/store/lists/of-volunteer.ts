import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { type Page, toPage, type Window } from '../../../../platform/database/paging.ts';
import type { RequestState } from '../../transitions.ts';
import type { AssignmentEnd, Category, PlaceKind } from '../../types.ts';

/** A visit that a volunteer has promised or made. */
export interface VolunteerVisit {
  readonly assignmentId: string;
  readonly requestId: string;
  readonly requestState: RequestState;
  readonly category: Category;
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly confirmedAt: Temporal.Instant | null;
  readonly endedBecause: AssignmentEnd | null;
  readonly hasReported: boolean;
}

/** A volunteer's visits that are promised, under way, or over and not closed yet; the soonest first. */
export async function listVisitsAhead(db: Database, volunteerId: string): Promise<VolunteerVisit[]> {
  return visitsOf(db, volunteerId).where('a.is_active', '=', true).orderBy('a.starts_at').execute();
}

/** A volunteer's visits that were closed or did not come about, the latest first. */
export async function listPastVisits(
  db: Database,
  volunteerId: string,
  window: Window,
): Promise<Page<VolunteerVisit>> {
  let query = visitsOf(db, volunteerId).where('a.is_active', '=', false);
  if (window.after)
    query = query.where(
      sql<boolean>`(a.starts_at, a.id) < (select starts_at, id from spot.assignments
        where id = ${window.after} and volunteer_id = ${volunteerId})`,
    );
  const rows = await query
    .orderBy('a.starts_at', 'desc')
    .orderBy('a.id', 'desc')
    .limit(window.limit + 1)
    .execute();
  return toPage(rows, window, ({ assignmentId }) => assignmentId);
}

function visitsOf(db: Database, volunteerId: string) {
  return db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .leftJoin('spot.visit_reports as w', 'w.assignment_id', 'a.id')
    .select(['a.id as assignmentId', 'r.id as requestId', 'r.state as requestState', 'r.category'])
    .select(['r.place_kind as placeKind', 'r.municipality_code as municipalityCode', 'r.town'])
    .select(['a.starts_at as startsAt', 'a.ends_at as endsAt', 'a.confirmed_at as confirmedAt'])
    .select('a.ended_because as endedBecause')
    .select((eb) => eb('w.assignment_id', 'is not', null).$castTo<boolean>().as('hasReported'))
    .where('a.volunteer_id', '=', volunteerId);
}

/** What a volunteer has done so far: for fairness, and for the requester who is to confirm. */
export interface VolunteerRecord {
  readonly visitsDone: number;
  readonly practiced: readonly Category[];
  readonly lastAskedAt: Temporal.Instant | null;
  readonly lastServedAt: Temporal.Instant | null;
}

export const NO_RECORD: VolunteerRecord = {
  visitsDone: 0,
  practiced: [],
  lastAskedAt: null,
  lastServedAt: null,
};

/** The records of some people in one query; an empty record for those who were never asked. */
export async function listVolunteerRecords(
  db: Database,
  personIds: readonly string[],
): Promise<Map<string, VolunteerRecord>> {
  if (personIds.length === 0) return new Map();
  const found = await sql<VolunteerRecord & { id: string }>`
    select v.id, coalesce(k.visits_done, 0) as "visitsDone", coalesce(to_json(k.practiced), '[]') as practiced,
      k.last_served_at as "lastServedAt",
      (select max(o.asked_at) from spot.offers o where o.volunteer_id = v.id) as "lastAskedAt"
    from unnest(${[...new Set(personIds)]}::uuid[]) as v (id)
    left join spot.volunteer_records k on k.volunteer_id = v.id`.execute(db);
  return new Map(found.rows.map(({ id, ...record }) => [id, record]));
}
