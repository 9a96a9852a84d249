import type { Database } from '../../../../platform/database/connect.ts';
import { dayInJapan } from '../../../people/index.ts';
import { listMeasured } from '../../deeds/cost.ts';
import { listFormerGoals } from '../store/campaigns.ts';
import { findProgress } from '../store/figures.ts';
import { listUpdates } from '../store/updates.ts';
import { readWall } from '../store/wall.ts';
import type { Campaign } from '../types.ts';
import type { ShownCampaign } from './shown.ts';

/** Looks up all that the page of a campaign says. */
export async function gatherCampaign(
  db: Database,
  campaign: Campaign,
  now: Temporal.Instant,
): Promise<Omit<ShownCampaign, 'origin' | 'form'>> {
  return {
    campaign,
    progress: await findProgress(db, campaign.id, now),
    formerGoals: await listFormerGoals(db, campaign.id),
    updates: await listUpdates(db, campaign.id),
    wall: await readWall(db, campaign.id),
    measured: await listMeasured(db, now),
    today: dayInJapan(now),
  };
}
