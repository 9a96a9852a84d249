import { drawPicture, pdfFile, printedIn } from '../../../../kits/papers/index.ts';
import { formatsIn } from '../../../../platform/languages/formats.tsx';
import { hrefIn } from '../../../../platform/languages/reading.tsx';
import { organizationName, organizationSetting } from '../../../../platform/settings/organization.ts';
import { rememberedSetting } from '../../../../platform/settings/settings.ts';
import { freshFor } from '../../../../platform/web/passage/fresh.ts';
import { get, missing, type Route } from '../../../../platform/web/route.ts';
import { framableResponse } from '../../../../platform/web/security.ts';
import { dayInJapan } from '../../../people/index.ts';
import { givingPaths } from '../../paths.ts';
import type { GivingServices } from '../../services.ts';
import { givingMessages } from '../../words.ts';
import { findPublic } from '../open/reply.tsx';
import { metersOf, standingOf } from '../open/standing.ts';
import { plainly, wordsOf } from '../open/words.ts';
import { findProgress } from '../store/figures.ts';
import { meterPage } from './meter-page.tsx';
import { posterOf } from './poster.ts';

/** What of a campaign goes elsewhere: a picture beside links, a sheet for walls, a meter for other sites. */
export const shareRoutes = ({ publicUrl }: Pick<GivingServices, 'publicUrl'>): readonly Route[] => [
  get({
    path: givingPaths.campaignPicture,
    access: 'everyone',
    audit: null,
    limit: { by: 'address', tries: 60, minutes: 10 },
    async handle(call) {
      const campaign = await findPublic(call);
      if (!campaign) return missing();
      const { db, now } = call;
      const locale = printedIn(call.locale);
      const { shortName } = await rememberedSetting(db, organizationSetting);
      const say = givingMessages.in(locale).plain;
      const { count, yen, plain } = formatsIn(locale);
      const standing = standingOf(campaign, dayInJapan(now), plain.day);
      const progress = await findProgress(db, campaign.id, now);
      const body = await drawPicture({
        title: plainly(wordsOf(campaign, locale).title, locale),
        standing: say(standing.key, standing.params),
        organization: shortName,
        rows: metersOf(campaign, progress, { say, count, yen }).map(({ label, figures, value, max }) => ({
          words: `${label}  ${figures}`,
          share: value / max,
        })),
      });
      return {
        kind: 'file',
        body,
        mediaType: 'image/png',
        headers: new Headers({ 'cache-control': freshFor(now) }),
      };
    },
  }),
  get({
    path: givingPaths.campaignPoster,
    access: 'everyone',
    audit: null,
    limit: { by: 'address', tries: 60, minutes: 10 },
    async handle(call) {
      const campaign = await findPublic(call);
      if (!campaign) return missing();
      const locale = printedIn(call.locale);
      const setting = await rememberedSetting(call.db, organizationSetting);
      const organization = organizationName(setting, locale);
      const paper = posterOf(campaign, { locale, origin: publicUrl, organization });
      return pdfFile(campaign.slug, paper, call.now);
    },
  }),
  get({
    path: givingPaths.campaignMeter,
    access: 'everyone',
    audit: null,
    async handle(call) {
      const campaign = await findPublic(call);
      if (!campaign) return missing();
      const { db, now, locale } = call;
      const progress = await findProgress(db, campaign.id, now);
      const address = publicUrl + hrefIn(locale, givingPaths.campaign({ slug: campaign.slug }));
      const html = meterPage({ campaign, progress, today: dayInJapan(now), locale, address });
      return { kind: 'response', response: framableResponse(html, freshFor(now)) };
    },
  }),
];
