import type { Database } from '../../../platform/database/connect.ts';

/** The files that somebody has brought and that were not let go, the oldest first. */
export async function listOwnFiles(db: Database, ownerId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('platform.files')
    .select('id')
    .where('owner_id', '=', ownerId)
    .where('delete_after', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id }) => id);
}
