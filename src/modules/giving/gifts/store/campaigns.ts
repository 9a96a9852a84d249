import type { Database } from '../../../../platform/database/connect.ts';

/** A campaign's id by the last part of its address. @returns null where there is none */
export async function findCampaignId(db: Database, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('giving.campaigns')
    .select('id')
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.id ?? null;
}
