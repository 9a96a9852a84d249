import { listRoutes } from '../../../../kits/lists/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { Link } from '../../../../ui/index.ts';
import { givingPaths } from '../../paths.ts';
import { givingStaffMessages } from '../../words.ts';
import { listCampaigns } from '../store/campaigns.ts';
import { StateChip, titleOf } from './views.tsx';

/** All campaigns, public or not yet. */
export const campaignsRoutes = listRoutes({
  path: givingPaths.deskCampaigns,
  access: ['treasurer', 'administrator'],
  audit: 'giving.campaigns.viewed',
  find: ({ db }, _filters, window) => listCampaigns(db, window),
  columns: [
    {
      key: 'title',
      head: 'campaign_title',
      rowHead: true,
      cell: (campaign, locale) => (
        <Link href={givingPaths.deskCampaign({ id: campaign.id })}>{titleOf(campaign, locale)}</Link>
      ),
    },
    {
      key: 'begins',
      head: 'campaign_begins_on',
      needsHead: true,
      cell: ({ beginsOn }, locale) => formatsIn(locale).day(beginsOn),
    },
    {
      key: 'ends',
      head: 'campaign_ends_on',
      needsHead: true,
      cell: ({ endsOn }, locale) => formatsIn(locale).day(endsOn),
    },
    { key: 'state', head: 'campaign_state', atEnd: true, cell: (campaign) => <StateChip {...campaign} /> },
  ],
  keyOf: ({ id }) => `campaign-${id}`,
  rowsAPage: 50,
  words: givingStaffMessages,
  title: 'campaigns_title',
  lead: 'campaigns_lead',
  empty: 'campaigns_empty',
  emptyText: 'campaigns_empty_text',
  ways: [{ href: givingPaths.deskCampaignNew(), label: 'campaign_new' }],
});
