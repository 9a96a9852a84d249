import { expect, test } from 'vitest';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countFigures } from '../../../platform/figures.ts';
import { campaignFigures, findProgress } from './store/figures.ts';

const house = await promiseHouse();
const { db, clock } = house;

test('supporters of a campaign are people with an active promise for it, each once', async () => {
  const campaignId = await inTransaction(db, (tx) => makeCampaign(tx, { slug: 'winter', now: clock() }));
  const count = async () => {
    await countFigures(db, [campaignFigures], clock());
    return (await findProgress(db, campaignId, clock())).supporters;
  };
  const donorId = await house.donor();
  await house.announce({ donorId, campaignId });
  expect(await count()).toBe(0);
  await house.begin({ donorId, campaignId });
  await house.begin({ donorId, campaignId });
  await house.begin();
  expect(await count()).toBe(1);
  await house.begin({ donorId: await house.donor({ email: 'bo@otonari.example' }), campaignId });
  expect(await count()).toBe(2);
});
