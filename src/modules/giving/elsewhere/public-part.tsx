import { dayInJapan } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/connect.ts';
import { lastCounted } from '../../../platform/figures.ts';
import { askingSection, type PublicPart } from '../../../platform/parts/public-part.ts';
import { LineScene } from '../../../ui/index.ts';
import { Foremost } from '../campaigns/open/giving-page.tsx';
import { foremost, phaseOf } from '../campaigns/rules.ts';
import { askPublicCampaigns, toCampaign } from '../campaigns/store/campaigns.ts';
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
  section: async (db, now) => campaignNow(db, now),
};

function campaignNow(db: Database, now: Temporal.Instant) {
  const today = dayInJapan(now);
  const questions = { campaigns: askPublicCampaigns(db), counted: lastCounted(campaignFigures, now) };
  return askingSection(questions, ({ campaigns, counted }) => {
    const campaign = foremost(campaigns.map(toCampaign), today);
    if (!campaign || phaseOf(campaign, today) !== 'during') return null;
    return <Foremost {...{ campaign, progress: progressOf(counted, campaign.id), today }} />;
  });
}
