import { insertImport } from '../../src/modules/giving/bank/store/imports.ts';
import { findCampaign, updateCampaign } from '../../src/modules/giving/campaigns/store/campaigns.ts';
import { insertUpdate } from '../../src/modules/giving/campaigns/store/updates.ts';
import { findWallName, insertWallName, markPublic } from '../../src/modules/giving/campaigns/store/wall.ts';
import { closeBatch, insertLetter, listUntold } from '../../src/modules/giving/deeds/store/batches.ts';
import { insertDeed, writeCost } from '../../src/modules/giving/deeds/store/deeds.ts';
import { insertShare } from '../../src/modules/giving/deeds/store/shares.ts';
import { compareDonor } from '../../src/modules/giving/donors/alike/jobs.ts';
import { joinHouseholds } from '../../src/modules/giving/donors/household/household.ts';
import { mergeDonors } from '../../src/modules/giving/donors/merge/merge.ts';
import { insertChange } from '../../src/modules/giving/donors/store/changes.ts';
import { findDonor, insertDonor } from '../../src/modules/giving/donors/store.ts';
import { receiveGift } from '../../src/modules/giving/gifts/receive.ts';
import { giftAccountSetting } from '../../src/modules/giving/give/setting.ts';
import { book, moved } from '../../src/modules/giving/ledger/book.ts';
import { endRest, insertRest } from '../../src/modules/giving/payments/store/card-rests.ts';
import { insertPledge } from '../../src/modules/giving/pledges/store.ts';
import { beginPromise, changePromise } from '../../src/modules/giving/promises/acts.ts';
import { hearSubscription } from '../../src/modules/giving/promises/hear.ts';
import { voidReceipt } from '../../src/modules/giving/receipts/change.ts';
import { issueReceipt } from '../../src/modules/giving/receipts/issue.ts';
import { findGiftWaiting } from '../../src/modules/giving/receipts/store/gifts.ts';
import { fiscalYearOf } from '../../src/modules/giving/rules/fiscal-year.ts';
import { insertThanks } from '../../src/modules/giving/thanks/store.ts';
import type { By } from '../../src/modules/giving/types.ts';
import { dayInJapan } from '../../src/modules/people/index.ts';
import type { Tx } from '../../src/platform/database/connect.ts';
import { done } from '../../src/platform/parts/demonstration.ts';
import { writeSetting } from '../../src/platform/settings/settings.ts';
import { makeCampaign } from './campaigns.ts';
import { bankFile, takeInFile } from './giving-bank.ts';

/** A gift that was announced and came in by the bank, one that is still announced, and something that was paid for. */
export async function buildGiving(
  tx: Tx,
  who: { readonly donor: string; readonly treasurer: string },
  now: Temporal.Instant,
): Promise<void> {
  const today = dayInJapan(now);
  const value = { giftAccount: 'Practice Bank 001\nOrdinary 1234567' };
  await writeSetting(tx, giftAccountSetting, { value, seen: null, by: null, now });
  const by = { personId: who.treasurer, now };
  const donorId = await insertDonor(tx, {
    personId: who.donor,
    name: '青木 はる',
    kana: 'アオキ ハル',
    address: '東京都墨田区吾妻橋1-1-1',
    receiptWish: 'yearly',
    receiptByPost: true,
    now,
  });
  const announced = {
    donorId,
    campaignId: null,
    fund: 'general',
    amount: 3000,
    channel: 'bank',
    madeAt: now,
    expiresAt: now.add({ hours: 24 * 30 }),
    isAnonymous: false,
    inMemoryOf: '祖母',
    note: '応援しています。',
  } as const;
  await insertPledge(tx, announced);
  const came = await insertPledge(tx, announced);
  const { fund, amount, channel } = announced;
  const days = { givenOn: today, receivedOn: today };
  await receiveGift(tx, {
    source: 'test:gift',
    donorId,
    pledgeId: came.id,
    fund,
    amount,
    channel,
    ...days,
    by,
  });
  const byHand = await insertDonor(tx, { name: '吉田 トメ', address: '東京都墨田区東駒形2-2-2', now });
  const inCash = {
    source: 'test:cash',
    donorId: byHand,
    fund,
    amount,
    channel: 'cash',
    ...days,
    by,
  } as const;
  const giftId = await receiveGift(tx, inCash);
  if (giftId) await insertThanks(tx, { giftId, way: 'by_hand', now });
  await buildDonors(tx, donorId, by);
  await buildPromise(tx, donorId, now);
  const rest = await insertRest(tx, { failed: 20, now: now.subtract({ hours: 30 }) });
  await endRest(tx, rest, { ...by, now: now.subtract({ hours: 28 }) });
  const doneIn = today.with({ day: 1 }).subtract({ months: 1 });
  const visit = { kind: 'visit', program: 'spot', part: 'whole', doneIn, now } as const;
  for (let at = 0; at < 3; at++) await insertDeed(tx, { ...visit, objectId: crypto.randomUUID() });
  await tellOfDeeds(tx, donorId, now);
  await giveReceipts(tx, donorId, now);
  const entries = moved(1000, 'spot', { from: 'bank', to: 'program_costs' });
  await book(tx, {
    kind: 'expense',
    occurredOn: today,
    source: 'hand:test-expense',
    entries,
    memo: '交通費',
    by,
  });
  await buildBank(tx, by);
  await buildCampaigns(tx, donorId, now);
}

/** One who is entered twice, two who live together, and one who was merged and was changed. */
async function buildDonors(tx: Tx, standingId: string, by: By): Promise<void> {
  const { now } = by;
  await insertDonor(tx, { name: 'Daniel Okafor', email: 'okafor@otonari.example', now });
  const asBank = await insertDonor(tx, { name: 'DANIEL OKAFOR', now });
  await compareDonor(tx, asBank, now);
  const one = await insertDonor(tx, { name: 'Grace Whitfield', now });
  const other = await insertDonor(tx, { name: 'Ian Whitfield', now });
  await joinHouseholds(tx, one, other, by);
  const mergedId = await insertDonor(tx, { name: 'Haru Aoki', now });
  const choices = { name: 'standing', receiptWish: 'standing', receiptByPost: 'standing' } as const;
  const versions = { standing: 1, merged: 1 };
  done(await mergeDonors(tx, { standingId, mergedId, choices, versions, by }), 'a merge');
  await insertChange(tx, standingId, { former: { kana: 'アオキ' }, by });
}

/** Lines of the bank that wait: of somebody known, one taken back, money out; and a table to look at. */
async function buildBank(tx: Tx, by: By): Promise<void> {
  const day = '081120';
  const aoki = { day, amount: 3000, name: 'ｱｵｷ ﾊﾙｶ' };
  const file = bankFile([aoki, { ...aoki, name: 'ｲｼｲ', canceled: true }]);
  await takeInFile(tx, file, by);
  const paid = { day, amount: 8800, name: 'ﾄｳｷﾖｳﾃﾞﾝﾘﾖｸ', direction: 'out' } as const;
  await takeInFile(tx, bankFile([paid], '03', { number: '7654321' }), by);
  const table = '取引日,摘要,お支払金額,お預り金額,差引残高\n2026/11/20,振込 ウエダ リン,,5000,105000\n';
  await insertImport(tx, { source: 'csv', bytes: new TextEncoder().encode(table), by });
}

/** A campaign whose goal was changed, on whose wall somebody stands, and one that nobody but staff sees. */
async function buildCampaigns(tx: Tx, donorId: string, now: Temporal.Instant): Promise<void> {
  const id = await makeCampaign(tx, { slug: 'new-year', now });
  await makeCampaign(tx, { slug: 'next-year', now, isDraft: true });
  const campaign = await findCampaign(tx, { id });
  if (campaign) await updateCampaign(tx, id, { ...campaign, goal: { jpy: 2_000_000, supporters: 60 } }, now);
  const texts = {
    ja: '研修をしました。',
    'ja-easy': '研修《けんしゅう》を しました。',
    en: 'Trained.',
    'zh-Hans': '培训。',
  };
  await insertUpdate(tx, id, { happenedOn: dayInJapan(now), texts }, now);
  const name = await insertWallName(tx, { campaignId: id, donorId, name: 'はる', now });
  const found = await findWallName(tx, name);
  if (found) await markPublic(tx, found, now);
}

/** A monthly gift that was changed, and whose card was tried in vain this morning. */
async function buildPromise(tx: Tx, donorId: string, now: Temporal.Instant): Promise<void> {
  const began = now.subtract({ hours: 24 * 40 });
  const announced = { donorId, campaignId: null, fund: 'spot', amount: 3000, isAnonymous: false } as const;
  const promiseId = await beginPromise(tx, { ...announced, now: began });
  const reference = { kind: 'promise', id: promiseId } as const;
  const facts = { id: 'sub_small_world', reference, state: 'active', amount: 3000, failed: null } as const;
  await hearSubscription(tx, facts, began);
  const doer = { party: 'donor', personId: null, now: began.add({ hours: 24 }) } as const;
  await changePromise(tx, { promiseId, doer, amount: 5000 });
  const failed = { attempt: 1, at: now, next: now.add({ hours: 72 }) };
  await hearSubscription(tx, { ...facts, state: 'past_due', failed }, now);
}

/** Months of pairs that a gift was part of, of which its giver was told. */
async function tellOfDeeds(tx: Tx, donorId: string, now: Temporal.Instant): Promise<void> {
  const kind = 'pair_month';
  const doneIn = dayInJapan(now).with({ day: 1 }).subtract({ months: 2 });
  const before = doneIn.add({ months: 1 });
  const month = { kind, program: 'pairs', part: String(doneIn.month), doneIn, now } as const;
  for (let at = 0; at < 5; at++) await insertDeed(tx, { ...month, objectId: crypto.randomUUID() });
  await writeCost(tx, { kind, fiscalYear: fiscalYearOf(doneIn), before, each: 200 });
  const gift = await tx
    .selectFrom('giving.gifts')
    .select('id')
    .where('donor_id', '=', donorId)
    .executeTakeFirstOrThrow();
  const deeds = await tx.selectFrom('giving.deeds').select('id').where('kind', '=', kind).execute();
  for (const { id: deedId } of deeds) await insertShare(tx, { giftId: gift.id, deedId, amount: 200, now });
  await closeBatch(tx, { kind, before, now });
  for (const letter of await listUntold(tx)) await insertLetter(tx, { ...letter, now });
}

/** A receipt that was made void and the one in its place, both of one gift. */
async function giveReceipts(tx: Tx, donorId: string, now: Temporal.Instant): Promise<void> {
  const donor = await findDonor(tx, donorId);
  const [gift] = await tx.selectFrom('giving.gifts').select('id').where('donor_id', '=', donorId).execute();
  const waiting = gift && (await findGiftWaiting(tx, gift.id));
  if (!donor || !waiting) throw new Error('there is no gift to give a receipt for');
  const issuing = { donor, gifts: [waiting], calendarYear: null, by: null, now };
  const wrong = done(await issueReceipt(tx, 'https://otonari.test', issuing), 'a receipt');
  await voidReceipt(tx, { id: wrong, reason: '名前の誤り', by: null, now });
  done(await issueReceipt(tx, 'https://otonari.test', issuing), 'a receipt');
}
