import { readFigure } from '../../../../platform/figures.ts';
import { FormState } from '../../../../platform/web/form-state.ts';
import { get, missing, page, type Route } from '../../../../platform/web/route.ts';
import { dayInJapan } from '../../../people/index.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { listClosedSpent } from '../../uses/store.ts';
import { givingMessages } from '../../words.ts';
import { foremost, phaseOf } from '../rules.ts';
import { listPublicCampaigns } from '../store/campaigns.ts';
import { campaignFigures, progressOf } from '../store/figures.ts';
import { GivingPage } from './giving-page.tsx';
import { campaignReply, findPublic } from './reply.tsx';

/** What money was used for stands there of so many fiscal years. */
const YEARS_SHOWN = 3;

/** What everybody can read of giving. */
export function openRoutes(services: GivingServices): readonly Route[] {
  return [
    get({
      path: givingPaths.giving,
      access: 'everyone',
      audit: null,
      async handle({ db, now, locale }) {
        const campaigns = await listPublicCampaigns(db);
        const counted = await readFigure(db, campaignFigures, now);
        const today = dayInJapan(now);
        const withProgress = campaigns.map((campaign) => ({
          ...{ campaign, progress: progressOf(counted, campaign.id) },
          ...{ beginsOn: campaign.beginsOn, endsOn: campaign.endsOn },
        }));
        const past = withProgress.filter((one) => phaseOf(one, today) === 'after');
        const t = givingMessages.in(locale);
        const found = { description: t.plain('giving_lead') };
        const spent = await listClosedSpent(db, YEARS_SHOWN);
        const body = <GivingPage foremost={foremost(withProgress, today)} {...{ past, today, spent }} />;
        return { ...page(t.plain('giving_title'), body), found };
      },
    }),
    get({
      path: givingPaths.campaign,
      access: 'everyone',
      audit: null,
      async handle(call) {
        const campaign = await findPublic(call);
        return campaign ? campaignReply(services, call, { campaign, form: FormState.fresh() }) : missing();
      },
    }),
  ];
}
