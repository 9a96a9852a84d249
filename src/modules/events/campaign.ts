import type { Database } from '../../platform/database/connect.ts';
import type { CalledFor } from '../../platform/parts/public/campaigns.ts';
import type { EventServices } from './services.ts';

export type HasCampaigns = Pick<EventServices, 'campaigns'>;

/** The campaigns to which an event that is planned now can belong. */
export async function listCampaigns(
  { campaigns }: HasCampaigns,
  db: Database,
  now: Temporal.Instant,
): Promise<CalledFor[]> {
  const lists: CalledFor[] = [];
  for (const one of campaigns()) lists.push(...(await one.listOpen(db, now)));
  return lists;
}

/** @param id of the campaign of an event. @returns null for none, or where nobody sees it */
export async function findCampaignOf(
  { campaigns }: HasCampaigns,
  db: Database,
  { campaignId, now }: { readonly campaignId: string | null; readonly now: Temporal.Instant },
): Promise<CalledFor | null> {
  if (campaignId === null) return null;
  for (const one of campaigns()) {
    const found = await one.find(db, campaignId, now);
    if (found) return found;
  }
  return null;
}
