import { expect, test } from 'vitest';
import { actorOf } from '../../../../test/support/house.ts';
import { promiseHouse } from '../../../../test/support/promises.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { writeSetting } from '../../../platform/settings/settings.ts';
import { createPerson } from '../../people/index.ts';
import { returnGift } from '../gifts/return.ts';
import { giftAccountSetting } from '../give/setting.ts';
import { insertPledge } from '../pledges/store.ts';

const house = await promiseHouse();
const { db, clock } = house;
const now = clock();
const person = await inTransaction(db, (tx) => createPerson(tx, { name: 'Maya', now }));
const donorId = await house.donor({ personId: person.id });
const mine = () => house.as(actorOf(person)).get('/giving/mine');

test('what is still to come by the bank leads to the account and the number', async () => {
  const value = { giftAccount: 'Practice Bank 1234567' };
  const number = await inTransaction(db, async (tx) => {
    await writeSetting(tx, giftAccountSetting, { value, seen: null, by: null, now });
    const days = { madeAt: now, expiresAt: now.add({ hours: 24 }) };
    const said = { isAnonymous: false, inMemoryOf: null, note: null, campaignId: null } as const;
    const what = { fund: 'general', amount: 4000, channel: 'bank' } as const;
    return (await insertPledge(tx, { donorId, ...what, ...said, ...days })).number;
  });
  const [, path = ''] = /href="\/en(\/giving\/pay\/[^"]+)"/.exec((await mine()).html) ?? [];
  const page = await house.as().get(path);
  expect(page.text).toContain('Practice Bank 1234567');
  expect(page.text).toContain(`${number}`);
});

test('what went back of a gift stands beside it', async () => {
  const giftId = (await house.pay(await house.begin({ donorId }))) ?? '';
  const occurredOn = Temporal.PlainDate.from('2026-11-24');
  const back = { giftId, source: 'refund:part', kind: 'refund', amount: 1000, occurredOn } as const;
  await inTransaction(db, (tx) => returnGift(tx, { ...back, by: { personId: null, now } }));
  const page = await mine();
  expect(page.text).toContain('¥1,000 of it refunded');
  expect(page.html).toMatch(/href="\/en\/giving\/new"[^>]*><span>Give again/);
});
