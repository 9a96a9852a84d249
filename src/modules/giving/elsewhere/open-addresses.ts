import type { OpenAddresses } from '../../../platform/parts/public/open-address.ts';
import { listPublicCampaigns } from '../campaigns/store/campaigns.ts';
import { givingPaths } from '../paths.ts';

/** Giving and each campaign that is or was public. */
export const givingAddresses: OpenAddresses = async (db) => [
  { path: givingPaths.giving() },
  ...(await listPublicCampaigns(db)).map(({ slug }) => ({ path: givingPaths.campaign({ slug }) })),
];
