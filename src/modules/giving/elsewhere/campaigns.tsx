import { dayInJapan } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readFigure } from '../../../platform/figures.ts';
import type { Sentence } from '../../../platform/languages/messages.tsx';
import type { CalledFor, Campaigns } from '../../../platform/parts/public/campaigns.ts';
import { Meters } from '../campaigns/open/meters.tsx';
import { plainly, wordsOf, written } from '../campaigns/open/words.ts';
import { phaseOf } from '../campaigns/rules.ts';
import { findCampaign, listPublicCampaigns } from '../campaigns/store/campaigns.ts';
import { campaignFigures, findProgress, progressOf } from '../campaigns/store/figures.ts';
import type { Campaign, Progress } from '../campaigns/types.ts';
import { givingPaths } from '../paths.ts';

/** Campaigns, for what others hold for them: events. */
export const givingCampaigns: Campaigns = {
  async listOpen(db: Database, now) {
    const today = dayInJapan(now);
    const open = (await listPublicCampaigns(db)).filter((one) => phaseOf(one, today) !== 'after');
    const counted = await readFigure(db, campaignFigures, now);
    return open.map((one) => shown(one, progressOf(counted, one.id), today));
  },
  async find(db, id, now) {
    const campaign = await findCampaign(db, { id });
    return campaign?.publishedAt ? shown(campaign, await findProgress(db, id, now), dayInJapan(now)) : null;
  },
};

function shown(campaign: Campaign, progress: Progress, today: Temporal.PlainDate): CalledFor {
  return {
    id: campaign.id,
    title: titled(campaign),
    href: givingPaths.campaign({ slug: campaign.slug }),
    meter: <Meters {...{ campaign, progress, today }} />,
  };
}

const titled = (campaign: Campaign): Sentence =>
  Object.assign((locale: Parameters<Sentence>[0]) => written(wordsOf(campaign, locale).title, locale), {
    plain: (locale: Parameters<Sentence>[0]) => plainly(wordsOf(campaign, locale).title, locale),
  });
