import type { Database } from '../../../platform/database/connect.ts';
import type { Sealed } from '../../../platform/sealed/seal.ts';

/** The key of a matter as it lies in its row: sealed. */
export async function findHeldKey(db: Database, matterId: string): Promise<Sealed | null> {
  const row = await db
    .selectFrom('consultations.matters')
    .select('key')
    .where('id', '=', matterId)
    .executeTakeFirst();
  return row?.key ?? null;
}
