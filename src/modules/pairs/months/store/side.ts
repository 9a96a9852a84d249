import type { Database } from '../../../../platform/database/connect.ts';
import type { Side } from '../../types.ts';

/** On which side of a pair that has begun somebody is, also when it is over; null for anybody else. */
export async function findSide(db: Database, pairId: string, personId: string): Promise<Side | null> {
  const row = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.applications as v', 'v.id', 'p.volunteer_application_id')
    .innerJoin('pairs.applications as r', 'r.id', 'p.resident_application_id')
    .select(['v.person_id as volunteer_id', 'r.person_id as resident_id'])
    .where('p.id', '=', pairId)
    .where('p.started_on', 'is not', null)
    .executeTakeFirst();
  if (row?.volunteer_id === personId) return 'volunteer';
  return row?.resident_id === personId ? 'resident' : null;
}
