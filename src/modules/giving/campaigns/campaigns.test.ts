import { describe, expect, test } from 'vitest';
import { campaignTexts, GIVING, giveFor, makeCampaign } from '../../../../test/support/campaigns.ts';
import { testHouse } from '../../../../test/support/house.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countFigures } from '../../../platform/figures.ts';
import { LOCALES } from '../../../platform/languages/locales.ts';
import { returnGift } from '../gifts/return.ts';
import { givingModule } from '../module.ts';
import { findCampaign, insertCampaign, listFormerGoals, updateCampaign } from './store/campaigns.ts';
import { campaignFigures } from './store/figures.ts';

const house = await testHouse([givingModule(GIVING)]);
const { db, clock } = house;
const now = clock();
const campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now }));
await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'draft', now, isDraft: true }));
const give = (amount: number, email = 'sita@otonari.example') =>
  inTransaction(db, (tx) => giveFor(tx, { campaignId, email, amount, now }));
const count = () => countFigures(db, [campaignFigures], clock());
const pageIn = async (locale: (typeof LOCALES)[number]) =>
  (await house.as(undefined, locale).get('/giving/campaigns/winter')).html;
/** The numbers of its meters, whatever language they stand in. */
const metersIn = (html: string) =>
  [...html.matchAll(/<meter[^>]* max="(\d+)" value="(\d+)"/g)].map(([, ...n]) => n);

describe('a campaign', () => {
  test('says the same figures in every language, and its own words in each', async () => {
    await give(20_000);
    await count();
    for (const locale of LOCALES) {
      const html = await pageIn(locale);
      expect(metersIn(html)).toEqual([
        ['50', '0'],
        ['1500000', '20000'],
      ]);
      expect(html).toContain(`winter ${locale}`);
      expect(html).toContain(`Tier 2 ${locale}`);
      expect(html).toContain(`href="/${locale}/giving/new?campaign=winter&amp;amount=10000"`);
    }
  });

  test('counts money that is there: what is refunded counts no more', async () => {
    const before = metersIn(await pageIn('en'))[1]?.[1];
    const donorId = await give(7000, 'bo@otonari.example');
    await count();
    expect(Number(metersIn(await pageIn('en'))[1]?.[1])).toBe(Number(before) + 7000);
    const { id: giftId } = await db
      .selectFrom('giving.gifts')
      .select('id')
      .where('donor_id', '=', donorId)
      .executeTakeFirstOrThrow();
    const goBack = (amount: number) =>
      inTransaction(db, (tx) => {
        const occurredOn = Temporal.PlainDate.from('2026-11-24');
        const source = `refund:${amount}`;
        return returnGift(tx, {
          giftId,
          source,
          kind: 'refund',
          amount,
          occurredOn,
          by: { personId: null, now },
        });
      });
    await goBack(1000);
    await count();
    expect(Number(metersIn(await pageIn('en'))[1]?.[1])).toBe(Number(before) + 6000);
    await goBack(6000);
    await count();
    expect(metersIn(await pageIn('en'))[1]?.[1]).toBe(before);
  });

  test('that is a draft does not exist for anybody outside, in no form', async () => {
    for (const part of ['', '/picture.png', '/poster.pdf', '/meter'])
      expect((await house.as().get(`/giving/campaigns/draft${part}`)).status).toBe(404);
    expect((await house.as().get('/giving')).html).not.toContain('draft');
  });

  test('is told apart before, during and after its days in Japan', async () => {
    const at = async (instant: string) => {
      const other = await testHouse([givingModule(GIVING)], instant);
      await inTransaction(other.db, (tx) => makeCampaign(tx, { slug: 'winter', now: other.clock() }));
      const { text } = await other.as().get('/giving/campaigns/winter');
      const { text: giving } = await other.as().get('/giving');
      return { text, giving };
    };
    const before = await at('2026-11-04T23:59:00+09:00');
    expect(before.text).toContain('It begins on Thu, Nov 5, 2026');
    const last = await at('2026-12-25T00:01:00+09:00');
    expect(last.text).toContain('Today is the last day');
    expect(last.giving).toContain('winter en');
    const after = await at('2026-12-26T00:00:00+09:00');
    expect(after.text).toContain('It ended on Fri, Dec 25, 2026');
    expect(after.text).not.toContain('Tier 1');
    expect(after.giving).toContain('Campaigns that are over');
  });
});

describe('a goal that was public', () => {
  test('stays to be read beside the one that it became', async () => {
    const changed = await inTransaction(db, async (tx) => {
      const id = await makeCampaign(tx, { slug: 'changed', now });
      const campaign = await findCampaign(tx, { id });
      if (!campaign) throw new Error('it is not there');
      clock.advance({ hours: 24 });
      await updateCampaign(tx, id, { ...campaign, goal: { jpy: 900_000, supporters: 50 } }, clock());
      // Nothing of the goal changes here.
      await updateCampaign(tx, id, { ...campaign, goal: { jpy: 900_000, supporters: 50 } }, clock());
      return id;
    });
    expect(await listFormerGoals(db, changed)).toEqual([
      { jpy: 1_500_000, supporters: 50, heldUntil: clock() },
    ]);
    const { text } = await house.as().get('/giving/campaigns/changed');
    expect(text).toContain(
      'Until Wed, Nov 25, 2026 the goals were 50 new monthly supporters and ¥1,500,000.',
    );
    expect(text).toContain('of ¥900,000');
  });

  test('cannot be changed behind its back, nor erased', async () => {
    const silently = db.updateTable('giving.campaigns').set({ goal_jpy: 1, goal_set_at: null });
    await expect(silently.where('slug', '=', 'winter').execute()).rejects.toThrow(
      'a public goal is changed with when',
    );
    const never = /permission denied|never changed/;
    await expect(db.deleteFrom('giving.former_goals').execute()).rejects.toThrow(never);
    await expect(db.updateTable('giving.former_goals').set({ goal_jpy: 1 }).execute()).rejects.toThrow(never);
  });
});

test('the database lets no campaign be public with gaps, nor with amounts in disorder', async () => {
  const base = {
    slug: 'gaps',
    beginsOn: Temporal.PlainDate.from('2026-11-05'),
    endsOn: Temporal.PlainDate.from('2026-12-25'),
    goal: { jpy: 1, supporters: null },
    machineMade: [],
  };
  const publish = () =>
    db.updateTable('giving.campaigns').set({ published_at: now }).where('slug', '=', 'gaps').execute();
  const { 'zh-Hans': _, ...withoutChinese } = campaignTexts(1);
  await inTransaction(db, (tx) => insertCampaign(tx, { ...base, tiers: [3000], texts: withoutChinese }));
  await expect(publish()).rejects.toThrow('campaigns_published_whole');
  const texts = (words: object) =>
    db
      .updateTable('giving.campaigns')
      .set({ texts: JSON.stringify(words) })
      .where('slug', '=', 'gaps')
      .execute();
  await texts(campaignTexts(2));
  await expect(publish()).rejects.toThrow('campaigns_published_whole');
  await texts(campaignTexts(1));
  await publish();
  for (const tiers of [[999], [3000, 3000], [5000, 3000]])
    await expect(
      inTransaction(db, (tx) => insertCampaign(tx, { ...base, slug: 'tiers', tiers, texts: {} })),
    ).rejects.toThrow('tiers');
});
