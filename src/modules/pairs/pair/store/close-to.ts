import { sql } from 'kysely';
import type { Database } from '../../../../platform/database/connect.ts';
import { OVER, TOGETHER } from '../life.ts';

const KNOWN = [...TOGETHER, ...OVER];

/** Whether two know each other from a pair of theirs, or of their households; a proposal tells nothing yet. */
export async function knowEachOther(db: Database, one: string, other: string): Promise<boolean> {
  const found = await db
    .selectFrom('pairs.pairs as p')
    .innerJoin('pairs.members as m', (join) =>
      join.on(sql<boolean>`m.application_id in (p.volunteer_application_id, p.resident_application_id)`),
    )
    .innerJoin('pairs.members as o', (join) =>
      join.on(sql<boolean>`o.application_id in (p.volunteer_application_id, p.resident_application_id)
        and o.application_id <> m.application_id`),
    )
    .select('p.id')
    .where('m.person_id', '=', one)
    .where('o.person_id', '=', other)
    .where('p.state', 'in', KNOWN)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
