import { sql } from 'kysely';
import { languageOptions } from '../../../matching/dispatch/language.ts';
import type { DispatchRequest } from '../../../matching/dispatch/types.ts';
import type { Database } from '../../../platform/database/connect.ts';

/**
 * The volunteers who come nearest to what a request needs, whether or not they fit: those who can do its task in one of
 * its languages, from its place outward, then others.
 */
export async function listNearest(db: Database, request: DispatchRequest, atMost: number): Promise<string[]> {
  const { eastMeters, northMeters } = request.place ?? { eastMeters: 0, northMeters: 0 };
  const { rows } = await sql<{ id: string }>`
    with sharing as (
      select volunteer_id as id,
        min(case when reach_kilometers < 0 then 'infinity'
          else (east_meters - ${eastMeters}::float8) ^ 2 + (north_meters - ${northMeters}::float8) ^ 2 end) as far
      from spot.dispatch_rows join spot.dispatch_lists using (list)
      where language = any(${languageOptions(request)}::text[]) and task = ${request.task}
      group by volunteer_id order by far, volunteer_id limit ${atMost}
    ), others as (
      select volunteer_id as id from spot.dispatch_volunteers
      where not exists (select from sharing where sharing.id = volunteer_id) order by volunteer_id limit ${atMost}
    )
    select id from (select id, 0 as behind, far from sharing union all select id, 1, 0 from others) as near
    order by behind, far, id limit ${atMost}`.execute(db);
  return rows.map(({ id }) => id);
}
