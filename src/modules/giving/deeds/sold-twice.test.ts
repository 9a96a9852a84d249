import { beforeEach, expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { didSo, given, spent } from '../../../../test/support/deeds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countCosts } from './cost.ts';
import { insertShare } from './store/shares.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-06-15T09:00:00+09:00');
const share = (giftId: string, deedId: string, amount: number) =>
  inTransaction(db, (tx) => insertShare(tx, { giftId, deedId, amount, now }));
const refusals = (outcomes: readonly PromiseSettledResult<void>[]) =>
  outcomes.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.constraint)] : []));

/** Two deeds of 1,000 yen each. */
let deeds: readonly string[] = [];
beforeEach(async () => {
  await runAs(ownerUrl, 'truncate giving.deeds, giving.deed_batches cascade; delete from giving.gift_uses;');
  const before = await db
    .selectFrom('giving.entries')
    .select((is) => is.fn.sum<number>('amount_jpy').as('sum'))
    .where('account_id', '=', 'program_costs')
    .executeTakeFirstOrThrow();
  if (!before.sum) await spent(db, 2000, '2026-04-20');
  await didSo(db, 2, { month: '2026-04' });
  await countCosts(db, now);
  const rows = await db.selectFrom('giving.deeds').select(['id', 'cost_jpy']).execute();
  expect(rows.map((row) => row.cost_jpy)).toEqual([1000, 1000]);
  deeds = rows.map(({ id }) => id);
});

/** Eight rivals look at the same deed, find it open, and each has its own gift pay all of it. */
async function sellToEight(): Promise<readonly PromiseSettledResult<void>[]> {
  const gifts = await Promise.all(Array.from({ length: 8 }, () => given(db, 1000)));
  return Promise.allSettled(gifts.map((gift) => share(gift, deeds[0] ?? '', 1000)));
}

test('a deed is sold once, whoever sells it at the same time', async () => {
  const refused = refusals(await sellToEight());
  expect(refused).toEqual(Array.from({ length: 7 }, () => 'deeds_claimed_once'));
});

test('a gift pays with each of its yen once', async () => {
  const gift = await given(db, 1500);
  const outcomes = await Promise.allSettled(deeds.map((deed) => share(gift, deed, 1000)));
  expect(refusals(outcomes)).toEqual(['gifts_used_once']);
  await share(gift, deeds[1] ?? '', 500).catch(() => share(gift, deeds[0] ?? '', 500));
  expect(await db.selectFrom('giving.gift_uses').select('used_jpy').execute()).toEqual([{ used_jpy: 1500 }]);
});

test('a deed whose cost is not known is not sold, and its cost is said once', async () => {
  await didSo(db, 1, { month: '2026-05' });
  const [fresh] = await db.selectFrom('giving.deeds').select('id').where('cost_jpy', 'is', null).execute();
  const gift = await given(db, 1000);
  await expect(share(gift, fresh?.id ?? '', 1)).rejects.toMatchObject({ constraint: 'deeds_claimed_once' });
  const dearer = db
    .updateTable('giving.deeds')
    .set({ cost_jpy: 9000 })
    .where('id', '=', deeds[0] ?? '');
  await expect(dearer.execute()).rejects.toMatchObject({ constraint: 'deeds_cost_once' });
});

test('the program can’t write how much of a deed or a gift is used', async () => {
  const change = db.updateTable('giving.deeds').set({ claimed_jpy: 0 });
  await expect(change.execute()).rejects.toThrow(/permission denied/);
  await expect(db.updateTable('giving.gift_uses').set({ used_jpy: 0 }).execute()).rejects.toThrow(
    /permission denied/,
  );
  await expect(db.deleteFrom('giving.deed_shares').execute()).rejects.toThrow(/permission denied/);
});

test('a gift that goes back gives back what it paid, and pays for nothing more', async () => {
  const gift = await given(db, 1500);
  await share(gift, deeds[0] ?? '', 1000);
  await db.updateTable('giving.gifts').set({ state: 'refunded' }).where('id', '=', gift).execute();
  const [row] = await db
    .selectFrom('giving.deeds')
    .select('claimed_jpy')
    .where('id', '=', deeds[0] ?? '')
    .execute();
  expect(row?.claimed_jpy).toBe(0);
  await expect(share(gift, deeds[0] ?? '', 1)).rejects.toMatchObject({ constraint: 'gifts_are_ours' });
  await share(await given(db, 1000), deeds[0] ?? '', 1000);
});

test('a gift of which a part goes back pays with what is left of it', async () => {
  const gift = await given(db, 2000);
  for (const deed of deeds) await share(gift, deed, 1000);
  await db.updateTable('giving.gifts').set({ returned_jpy: 500 }).where('id', '=', gift).execute();
  expect(await db.selectFrom('giving.deed_shares').select('deed_id').execute()).toEqual([]);
  await share(gift, deeds[0] ?? '', 1000);
  await expect(share(gift, deeds[1] ?? '', 501)).rejects.toMatchObject({ constraint: 'gifts_used_once' });
  await share(gift, deeds[1] ?? '', 500);
});

test('sabotage: without its constraint the same rivals sell the deed eight times', async () => {
  await runAs(ownerUrl, 'alter table giving.deeds drop constraint deeds_claimed_once');
  expect(refusals(await sellToEight())).toEqual([]);
  const [row] = await db
    .selectFrom('giving.deeds')
    .select('claimed_jpy')
    .where('id', '=', deeds[0] ?? '')
    .execute();
  expect(row?.claimed_jpy).toBe(8000);
});
