import type { Database } from '../../../platform/database/connect.ts';
import { findCampaign } from '../campaigns/store/campaigns.ts';
import type { Campaign } from '../campaigns/types.ts';

/** The campaign that a link named, as far as it is public. @returns null for none */
export async function findPublicCampaign(db: Database, slug: string): Promise<Campaign | null> {
  const campaign = slug === '' ? null : await findCampaign(db, { slug });
  return campaign?.publishedAt ? campaign : null;
}
