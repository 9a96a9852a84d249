import { insertCampaign, markPublished } from '../../src/modules/giving/campaigns/store/campaigns.ts';
import type { CampaignWords } from '../../src/modules/giving/campaigns/types.ts';
import { insertDonor } from '../../src/modules/giving/donors/store.ts';
import { givingCampaigns } from '../../src/modules/giving/elsewhere/campaigns.tsx';
import { receiveGift } from '../../src/modules/giving/gifts/receive.ts';
import type { GivingServices } from '../../src/modules/giving/index.ts';
import { dayInJapan } from '../../src/modules/people/index.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { LOCALES, type Locale } from '../../src/platform/languages/locales.ts';

/** What giving is handed in tests: gifts come by the bank only. */
export const GIVING: GivingServices = {
  secret: 'a secret that only this test knows, twice',
  publicUrl: 'https://otonari.test',
  payments: null,
};

/** Campaigns, as other programs are handed them. */
export const campaigns = () => [givingCampaigns];

/** Words of a campaign that is whole, each with its language in it. */
export function campaignTexts(tiers: number, name = 'Title'): Record<Locale, CampaignWords> {
  const words = (locale: Locale): CampaignWords => ({
    title: `${name} ${locale}`,
    lead: `Lead ${locale}`,
    story: `First ${locale}\n\nSecond ${locale}`,
    uses: [`Use ${locale}`],
    tiers: Array.from({ length: tiers }, (_, at) => `Tier ${at + 1} ${locale}`),
  });
  return Object.fromEntries(LOCALES.map((locale) => [locale, words(locale)])) as Record<
    Locale,
    CampaignWords
  >;
}

/** A campaign from 5 November to 25 December 2026 that is public, with two tiers. @returns its id */
export async function makeCampaign(
  tx: Tx,
  { slug, now, isDraft = false }: { slug: string; now: Temporal.Instant; isDraft?: boolean },
): Promise<string> {
  const id = await insertCampaign(tx, {
    slug,
    beginsOn: Temporal.PlainDate.from('2026-11-05'),
    endsOn: Temporal.PlainDate.from('2026-12-25'),
    goal: { jpy: 1_500_000, supporters: 50 },
    tiers: [3000, 10_000],
    texts: campaignTexts(2, slug),
    machineMade: ['zh-Hans'],
  });
  if (id === null) throw new Error(`there is a campaign ${slug} already`);
  if (!isDraft) await markPublished(tx, id, now);
  return id;
}

/** A gift for a campaign by somebody with an address. @returns whose it is */
export async function giveFor(
  tx: Tx,
  given: { campaignId: string; email: string; amount: number; locale?: Locale; now: Temporal.Instant },
): Promise<string> {
  const { campaignId, email, amount, locale = 'en', now } = given;
  const donorId = await insertDonor(tx, { name: 'Sita Rai', email, locale, now });
  const today = dayInJapan(now);
  await receiveGift(tx, {
    ...{ source: `test:${donorId}`, donorId, campaignId, amount, fund: 'general', channel: 'bank' },
    ...{ givenOn: today, receivedOn: today, by: { personId: null, now } },
  });
  return donorId;
}
