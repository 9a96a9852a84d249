import { printedIn } from '../../../../kits/papers/index.ts';
import type { FormState } from '../../../../platform/web/form-state.ts';
import type { Call, Reply } from '../../../../platform/web/route.ts';
import { page } from '../../../../platform/web/route.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { findCampaign } from '../store/campaigns.ts';
import type { Campaign } from '../types.ts';
import { gatherCampaign } from './gather.ts';
import { CampaignPage } from './page.tsx';
import { plainly, wordsOf } from './words.ts';

type Looking = Pick<Call, 'db' | 'locale' | 'now'>;

/** The campaign that a path names, where everybody may see it. */
export async function findPublic({
  db,
  params,
}: Pick<Call<{ readonly slug: string }>, 'db' | 'params'>): Promise<Campaign | null> {
  const campaign = await findCampaign(db, { slug: params.slug });
  return campaign?.publishedAt ? campaign : null;
}

/** The page of a campaign, with what those say of it who tell others. */
export async function campaignReply(
  { publicUrl }: Pick<GivingServices, 'publicUrl'>,
  { db, locale, now }: Looking,
  { campaign, form }: { readonly campaign: Campaign; readonly form: FormState },
): Promise<Extract<Reply, { kind: 'page' }>> {
  const shown = await gatherCampaign(db, campaign, now);
  const { title, lead } = wordsOf(campaign, locale);
  // A picture in another language beside words in this one helps nobody.
  const picture =
    printedIn(locale) === locale ? givingPaths.campaignPicture({ slug: campaign.slug }) : undefined;
  return {
    ...page(plainly(title, locale), <CampaignPage {...shown} origin={publicUrl} form={form} />),
    found: { description: plainly(lead, locale), ...(picture && { picture }) },
  };
}
