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
  const here = sql`point(${eastMeters}::float8, ${northMeters}::float8)`;
  const { rows } = await sql<{ id: string }>`
    with sharing as (
      select id, min(far) as far
      from spot.dispatch_lists l cross join lateral (
        (select volunteer_id as id, point(east_meters, north_meters) <-> ${here} as far from spot.dispatch_rows r
         where r.list = l.list and reach_kilometers >= 0 order by far, volunteer_id limit ${atMost})
        union all
        (select volunteer_id, 'infinity' from spot.dispatch_rows r
         where r.list = l.list and reach_kilometers < 0 order by volunteer_id limit ${atMost})
      ) as near
      where language = any(${languageOptions(request)}::text[]) and task = ${request.task}
      group by id order by far, id limit ${atMost}
    ), others as (
      select volunteer_id as id from spot.dispatch_volunteers
      where (select count(*) from sharing) < ${atMost} and not exists (select from sharing where sharing.id = volunteer_id)
      order by volunteer_id limit ${atMost}
    )
    select id from (select id, 0 as behind, far from sharing union all select id, 1, 0 from others) as near
    order by behind, far, id limit ${atMost}`.execute(db);
  return rows.map(({ id }) => id);
}
