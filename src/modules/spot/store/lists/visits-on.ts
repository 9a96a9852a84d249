import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { TIME_ZONE } from '../../../../platform/languages/formats.tsx';
import type { RequestState } from '../../transitions.ts';
import type { Category, PlaceKind } from '../../types.ts';

/** A visit as the coordinators' lists of a day or a week have it. */
export interface VisitOnDay {
  readonly requestId: string;
  readonly assignmentId: string;
  readonly requesterId: string;
  readonly volunteerId: string;
  readonly state: RequestState;
  readonly category: Category;
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly checkedInAt: Temporal.Instant | null;
  readonly checkedOutAt: Temporal.Instant | null;
}

/** The visits that begin on a day where the organization is, or on so many from it on, in order; promised, under way and done. */
export async function listVisitsOn(
  db: Database,
  day: Temporal.PlainDate,
  { timeZone = TIME_ZONE, days = 1 }: { readonly timeZone?: string; readonly days?: number } = {},
): Promise<VisitOnDay[]> {
  const [from] = boundsOf(day, timeZone);
  const [, to] = boundsOf(day.add({ days: days - 1 }), timeZone);
  const found = await sql<VisitOnDay>`
    select r.id as "requestId", a.id as "assignmentId", r.requester_id as "requesterId",
      a.volunteer_id as "volunteerId", r.state, r.category, r.place_kind as "placeKind",
      r.municipality_code as "municipalityCode", r.town, a.starts_at as "startsAt", a.ends_at as "endsAt",
      v.checked_in_at as "checkedInAt", v.checked_out_at as "checkedOutAt"
    from spot.assignments a
    join spot.support_requests r on r.id = a.request_id
    left join spot.visits v on v.assignment_id = a.id
    where a.starts_at >= ${from} and a.starts_at < ${to}
      and (a.is_active or a.ended_because = 'fulfilled')
    order by a.starts_at, a.id`.execute(db);
  return found.rows;
}

/** When a day begins and when the next one does. */
export function boundsOf(day: Temporal.PlainDate, timeZone: string): [Temporal.Instant, Temporal.Instant] {
  const next = day.add({ days: 1 });
  return [day.toZonedDateTime(timeZone).toInstant(), next.toZonedDateTime(timeZone).toInstant()];
}
