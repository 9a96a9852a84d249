import { dayInJapan } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { readFigure } from '../../../platform/figures.ts';
import type { PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { Foremost } from '../campaigns/open/giving-page.tsx';
import { foremost, phaseOf } from '../campaigns/rules.ts';
import { listPublicCampaigns } from '../campaigns/store/campaigns.ts';
import { campaignFigures, progressOf } from '../campaigns/store/figures.ts';
import { givingPaths } from '../paths.ts';
import { givingMessages } from '../words.ts';

/** Giving, among all that people do together, and the campaign that runs. */
export const givingPublicPart: PublicPart = {
  order: 60,
  card: {
    picture: () => <LineScene name="giving" />,
    title: givingMessages.label('home_giving_title'),
    text: givingMessages.label('home_giving_text'),
    href: givingPaths.giving(),
    act: givingMessages.label('home_giving'),
  },
  section: (db, { now }) => campaignNow(db, now),
};

async function campaignNow(db: Database, now: Temporal.Instant) {
  const today = dayInJapan(now);
  const campaign = foremost(await listPublicCampaigns(db), today);
  if (!campaign || phaseOf(campaign, today) !== 'during') return null;
  const progress = progressOf(await readFigure(db, campaignFigures, now), campaign.id);
  return <Foremost {...{ campaign, progress, today }} />;
}
