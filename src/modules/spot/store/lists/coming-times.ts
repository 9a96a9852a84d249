import { sql } from 'kysely';
import { type Database, readInstant } from '../../../../platform/database/connect.ts';
import type { Category, PlaceKind } from '../../types.ts';
import { possibleTimesOf } from './possible-times.ts';

/** When something is to happen for a request: at the one time agreed, or at one of several. Nobody's name. */
export interface ComingTimes {
  readonly requestId: string;
  readonly category: Category;
  readonly placeKind: PlaceKind;
  readonly municipalityCode: string | null;
  readonly town: string | null;
  readonly durationMinutes: number;
  readonly isAgreed: boolean;
  readonly times: readonly Temporal.Instant[];
}

/** The times still to come of all requests whose visit has not begun: agreed ones first, then the oldest request. */
export async function listComingTimes(db: Database, now: Temporal.Instant): Promise<ComingTimes[]> {
  const found = await sql<Omit<ComingTimes, 'times'> & { times: readonly string[] }>`
    select r.id as "requestId", r.category, r.place_kind as "placeKind", r.municipality_code as "municipalityCode",
      r.town, r.duration_minutes as "durationMinutes", a.id is not null as "isAgreed",
      case when a.id is null then ${possibleTimesOf('r.id')} else json_build_array(a.starts_at) end as times
    from spot.support_requests r
    left join spot.assignments a on a.request_id = r.id and a.is_active
    where r.ended_at is null and r.state in ('submitted', 'asked_back', 'open', 'unfilled', 'accepted', 'confirmed')
    order by a.id is null, r.submitted_at, r.id`.execute(db);
  return found.rows.map((row) => ({
    ...row,
    times: row.times.map(readInstant).filter((time) => Temporal.Instant.compare(time, now) > 0),
  }));
}
