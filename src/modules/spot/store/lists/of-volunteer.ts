import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
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

/** A volunteer's visits, the latest first; at most 100. */
export async function listVisitsOfVolunteer(db: Database, volunteerId: string): Promise<VolunteerVisit[]> {
  return db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .leftJoin('spot.visit_reports as w', 'w.assignment_id', 'a.id')
    .select(['a.id as assignmentId', 'r.id as requestId', 'r.state as requestState', 'r.category'])
    .select(['r.place_kind as placeKind', 'r.municipality_code as municipalityCode', 'r.town'])
    .select(['a.starts_at as startsAt', 'a.ends_at as endsAt', 'a.confirmed_at as confirmedAt'])
    .select('a.ended_because as endedBecause')
    .select((eb) => eb('w.assignment_id', 'is not', null).$castTo<boolean>().as('hasReported'))
    .where('a.volunteer_id', '=', volunteerId)
    .orderBy('a.starts_at', 'desc')
    .orderBy('a.accepted_at', 'desc')
    .limit(100)
    .execute();
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
