import type { Database, Tx } from '../../../../platform/database/connect.ts';
import type { CampaignUpdate } from '../types.ts';

/** What happened in a campaign, the newest first. */
export async function listUpdates(db: Database, campaignId: string): Promise<CampaignUpdate[]> {
  const rows = await db
    .selectFrom('giving.campaign_updates')
    .select(['id', 'happened_on', 'texts'])
    .where('campaign_id', '=', campaignId)
    .orderBy('happened_on', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    happenedOn: row.happened_on,
    texts: row.texts as CampaignUpdate['texts'],
  }));
}

export async function insertUpdate(
  tx: Tx,
  campaignId: string,
  { happenedOn, texts }: Omit<CampaignUpdate, 'id'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .insertInto('giving.campaign_updates')
    .values({
      campaign_id: campaignId,
      happened_on: happenedOn,
      texts: JSON.stringify(texts),
      written_at: now,
    })
    .execute();
}
