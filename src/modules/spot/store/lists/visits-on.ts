import type { Database } from '../../../../platform/database/connect.ts';
import type { RequestState } from '../../transitions.ts';
import type { Category, PlaceKind } from '../../types.ts';

/** A visit of one day, for the coordinator's timeline. */
export interface VisitOnDay {
  readonly requestId: string;
  readonly assignmentId: string;
  readonly requesterId: string;
  readonly volunteerId: string;
  readonly requestState: RequestState;
  readonly category: Category;
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly checkedInAt: Temporal.Instant | null;
  readonly checkedOutAt: Temporal.Instant | null;
}

/** The visits that begin on a day where the organization is, in order; promised, under way and done. */
export async function listVisitsOn(
  db: Database,
  day: Temporal.PlainDate,
  timeZone = 'Asia/Tokyo',
): Promise<VisitOnDay[]> {
  const from = day.toZonedDateTime(timeZone).toInstant();
  const to = day.add({ days: 1 }).toZonedDateTime(timeZone).toInstant();
  return db
    .selectFrom('spot.assignments as a')
    .innerJoin('spot.support_requests as r', 'r.id', 'a.request_id')
    .leftJoin('spot.visits as v', 'v.assignment_id', 'a.id')
    .select(['r.id as requestId', 'a.id as assignmentId', 'r.requester_id as requesterId'])
    .select(['a.volunteer_id as volunteerId', 'r.state as requestState', 'r.category'])
    .select(['r.place_kind as placeKind', 'r.municipality_code as municipalityCode', 'r.town'])
    .select(['a.starts_at as startsAt', 'a.ends_at as endsAt'])
    .select(['v.checked_in_at as checkedInAt', 'v.checked_out_at as checkedOutAt'])
    .where('a.starts_at', '>=', from)
    .where('a.starts_at', '<', to)
    .where((eb) => eb.or([eb('a.is_active', '=', true), eb('a.ended_because', '=', 'fulfilled')]))
    .orderBy('a.starts_at')
    .orderBy('a.id')
    .execute();
}
