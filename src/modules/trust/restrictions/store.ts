import { sql } from 'kysely';
import type { Database } from '../../../platform/database/connect.ts';

/** The people who must not meet somebody, whichever of the two the restriction was made for. */
export async function personsKeptApart(db: Database, personId: string): Promise<ReadonlySet<string>> {
  const found = await sql<{ id: string }>`
    select other_person_id as id from trust.restrictions
    where kind = 'apart' and person_id = ${personId}::uuid and lifted_by is null
    union
    select person_id from trust.restrictions
    where kind = 'apart' and other_person_id = ${personId}::uuid and lifted_by is null`.execute(db);
  return new Set(found.rows.map((row) => row.id));
}
