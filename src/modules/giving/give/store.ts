import type { Database } from '../../../platform/database/connect.ts';

/** The campaign that a link named, as far as it is public. @returns null for none */
export async function findCampaignId(db: Database, slug: string): Promise<string | null> {
  if (slug === '') return null;
  const row = await db
    .selectFrom('giving.campaigns')
    .select('id')
    .where('slug', '=', slug)
    .where('published_at', 'is not', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
