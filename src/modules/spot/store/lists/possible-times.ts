import { type RawBuilder, sql } from 'kysely';
import { readInstant } from '../../../../platform/database/connect.ts';

/** A request's possible times as one JSON column, so that a list needs one query. */
export function possibleTimesOf(requestIdColumn: 'r.id'): RawBuilder<string[]> {
  return sql<string[]>`coalesce((select json_agg(p.starts_at order by p.starts_at) from spot.possible_times p
    where p.request_id = ${sql.ref(requestIdColumn)}), '[]'::json)`;
}

/** From the JSON column back to instants. */
export function toInstants(times: readonly string[]): Temporal.Instant[] {
  return times.map(readInstant);
}
