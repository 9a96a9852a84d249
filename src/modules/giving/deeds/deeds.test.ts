import { beforeEach, describe, expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { didSo, given, spent } from '../../../../test/support/deeds.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { countCosts, listMeasured } from './cost.ts';
import { shareGifts } from './share.ts';
import { closeBatch } from './store/batches.ts';
import { tellOfDeeds } from './tell.ts';

const { db, pool, ownerUrl } = await testDatabase();
const at = (day: string) => Temporal.Instant.from(`${day}T03:10:00+09:00`);
const SERVICES = { secret: 'a secret of at least thirty-two characters', publicUrl: 'https://otonari.test' };
const JUNE = at('2026-06-15');

beforeEach(() =>
  runAs(
    ownerUrl,
    // Its owner alone can empty a ledger, and only without what refuses it.
    `alter table giving.transactions disable trigger refuse_truncation;
     alter table giving.entries disable trigger refuse_truncation;
     truncate giving.transactions, giving.sums, giving.deeds, giving.deed_batches, giving.deed_costs cascade;
     alter table giving.transactions enable trigger refuse_truncation;
     alter table giving.entries enable trigger refuse_truncation;
     delete from graphile_worker._private_jobs;`,
  ),
);

async function night(now = JUNE): Promise<void> {
  await countCosts(db, now);
  await shareGifts(db, now);
}
const shares = () =>
  db
    .selectFrom('giving.deed_shares')
    .select(['gift_id', (is) => is.fn.sum<number>('amount_jpy').as('sum')])
    .groupBy('gift_id')
    .execute()
    .then((rows) => new Map(rows.map((row) => [row.gift_id, Number(row.sum)])));
async function mails(): Promise<{ to: string; text: string }[]> {
  const { rows } = await pool.query(
    `select payload from graphile_worker._private_jobs where key like 'send-mail:deeds:%'`,
  );
  return rows.map(({ payload }) => payload);
}

describe('what a deed cost', () => {
  test('is what was spent by the month’s end, in equal parts, never more in all', async () => {
    await didSo(db, 6, { month: '2026-04' });
    await spent(db, 15_000, '2026-04-20');
    await spent(db, 99_999, '2026-06-03');
    await night();
    await didSo(db, 4, { month: '2026-05' });
    await spent(db, 1003, '2026-05-20');
    await night();
    const rows = await db.selectFrom('giving.deeds').select(['done_in', 'cost_jpy']).execute();
    const costs = Map.groupBy(rows, (row) => row.done_in.month);
    expect(costs.get(4)?.map((row) => row.cost_jpy)).toEqual([2500, 2500, 2500, 2500, 2500, 2500]);
    expect(costs.get(5)?.map((row) => row.cost_jpy)).toEqual([250, 250, 250, 250]);
    const [kept] = await db
      .selectFrom('giving.deed_costs')
      .select(['deeds', 'spent_jpy', 'cost_jpy'])
      .execute();
    expect(kept).toEqual({ deeds: 10, spent_jpy: 16_003, cost_jpy: 1600 });
  });

  test('waits while its month goes on, and while nothing was spent', async () => {
    await didSo(db, 6, { month: '2026-06' });
    await didSo(db, 6, { month: '2026-05', kind: 'pair_month' });
    await spent(db, 15_000, '2026-06-10');
    await night();
    const priced = await db
      .selectFrom('giving.deeds')
      .select('id')
      .where('cost_jpy', 'is not', null)
      .execute();
    expect(priced).toEqual([]);
  });

  test('of last year is told of five and more', async () => {
    await spent(db, 13_700, '2025-10-20');
    await didSo(db, 4, { month: '2025-10' });
    await countCosts(db, JUNE);
    expect(await listMeasured(db, JUNE)).toEqual([]);
    await didSo(db, 1, { month: '2025-11' });
    await countCosts(db, JUNE);
    expect(await listMeasured(db, JUNE)).toEqual([{ kind: 'visit', fiscalYear: 2025, cost: 2740, deeds: 5 }]);
  });

  test('of last year is not told of six months of one pair: of five different ones', async () => {
    await didSo(db, 6, { month: '2025-10', kind: 'pair_month', objectId: crypto.randomUUID() });
    await spent(db, 10_000, '2025-10-20', 'pairs');
    await countCosts(db, JUNE);
    expect(await listMeasured(db, JUNE)).toEqual([]);
    await didSo(db, 4, { month: '2025-11', kind: 'pair_month' });
    await countCosts(db, JUNE);
    expect(await listMeasured(db, JUNE)).toMatchObject([{ kind: 'pair_month', cost: 1000, deeds: 10 }]);
  });
});

describe('who pays for a deed', () => {
  test('the first gift for its purpose, then those for none, never one that came later or for something else', async () => {
    await didSo(db, 5, { month: '2026-04' });
    await spent(db, 5000, '2026-04-20');
    const general = await given(db, 3000, { fund: 'general', on: '2026-01-10' });
    const second = await given(db, 1500, { on: '2026-04-12' });
    const first = await given(db, 1000, { on: '2026-04-11' });
    const late = await given(db, 9000, { on: '2026-05-01' });
    const other = await given(db, 9000, { fund: 'pairs', on: '2026-04-01' });
    const goods = await given(db, 9000, { channel: 'goods', on: '2026-04-01' });
    await night();
    const paid = await shares();
    expect([first, second, general].map((gift) => paid.get(gift))).toEqual([1000, 1500, 2500]);
    for (const gift of [late, other, goods]) expect(paid.has(gift)).toBe(false);
    await night();
    expect(await shares()).toEqual(paid);
  });

  test('two nights at once pay once', async () => {
    await didSo(db, 8, { month: '2026-04' });
    await spent(db, 8000, '2026-04-20');
    for (let gift = 0; gift < 5; gift++) await given(db, 1300);
    await countCosts(db, JUNE);
    await Promise.allSettled([1, 2, 3, 4].map(() => shareGifts(db, JUNE)));
    await shareGifts(db, JUNE);
    const sum = [...(await shares()).values()].reduce((total, one) => total + one, 0);
    expect(sum).toBe(6500);
    const over = await db
      .selectFrom('giving.deeds')
      .select('id')
      .whereRef('claimed_jpy', '>', 'cost_jpy')
      .execute();
    expect(over).toEqual([]);
  });

  test('others, once a gift went back', async () => {
    await didSo(db, 5, { month: '2026-04' });
    await spent(db, 5000, '2026-04-20');
    const back = await given(db, 5000);
    await night();
    const instead = await given(db, 5000, { on: '2026-04-28' });
    await db.updateTable('giving.gifts').set({ state: 'charged_back' }).where('id', '=', back).execute();
    await night();
    expect(await shares()).toEqual(new Map([[instead, 5000]]));
  });
});

test('a gift that can’t pay twice for one deed pays for the next one of its month', async () => {
  await didSo(db, 1, { month: '2026-04' });
  await spent(db, 1000, '2026-04-20');
  const back = await given(db, 500, { on: '2026-04-01' });
  const gift = await given(db, 1500, { on: '2026-04-02' });
  await night();
  await didSo(db, 1, { month: '2026-04' });
  await spent(db, 1000, '2026-04-21');
  await db.updateTable('giving.gifts').set({ state: 'refunded' }).where('id', '=', back).execute();
  await night();
  expect(await shares()).toEqual(new Map([[gift, 1500]]));
});

describe('what givers are told', () => {
  const email = 'sita@otonari.example';

  test('nothing while fewer than five stand together, and nothing before a month has passed', async () => {
    await didSo(db, 4, { month: '2026-04' });
    await spent(db, 4000, '2026-04-20');
    await given(db, 9000, { email });
    await night();
    await tellOfDeeds(db, JUNE, SERVICES);
    expect(await mails()).toEqual([]);
    await didSo(db, 1, { month: '2026-05' });
    await spent(db, 1000, '2026-05-20');
    await night();
    await tellOfDeeds(db, JUNE, SERVICES);
    expect(await mails()).toEqual([]);
    await tellOfDeeds(db, at('2026-07-10'), SERVICES);
    await tellOfDeeds(db, at('2026-07-10'), SERVICES);
    expect(await mails()).toHaveLength(1);
    expect((await mails())[0]?.text).toContain('5 visits');
  });

  test('nothing of one pair alone, however many months it has', async () => {
    await didSo(db, 6, { month: '2026-04', kind: 'pair_month', objectId: crypto.randomUUID() });
    await spent(db, 6000, '2026-04-20', 'pairs');
    await given(db, 6000, { email, fund: 'pairs' });
    await night();
    await tellOfDeeds(db, JUNE, SERVICES);
    expect(await mails()).toEqual([]);
  });

  test('the same of all of them: no name, no place, no day, no single deed', async () => {
    await didSo(db, 3, { month: '2026-03' });
    await didSo(db, 4, { month: '2026-04' });
    await spent(db, 3000, '2026-03-20');
    await spent(db, 4000, '2026-04-20');
    await given(db, 1400, { email, on: '2026-03-02', name: 'Sita' });
    await given(db, 5600, { email: 'bo@otonari.example', on: '2026-03-03', name: 'Bo' });
    await night();
    await tellOfDeeds(db, JUNE, SERVICES);
    const texts = (await mails()).map(({ text }) =>
      text.replace(/^Dear .*/u, '').replace(/\S+\/giving\/letters\/\S+/u, ''),
    );
    expect(texts).toHaveLength(2);
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]).toContain('7 visits');
    expect(texts[0]).toContain('March 2026 to April 2026');
    // Its numbers are the count, the two years and the cost of all together.
    expect(texts[0]?.match(/\d[\d,]*/gu)).toEqual(['7', '2026', '2026', '1,000']);
  });

  test('later deeds stand by themselves again: no difference of two letters is fewer than five', async () => {
    await didSo(db, 6, { month: '2026-04' });
    await spent(db, 6000, '2026-04-20');
    await given(db, 20_000, { email });
    await night();
    await tellOfDeeds(db, JUNE, SERVICES);
    await didSo(db, 2, { month: '2026-05' });
    await spent(db, 2000, '2026-05-20');
    await night();
    await tellOfDeeds(db, at('2026-07-10'), SERVICES);
    expect(await mails()).toHaveLength(1);
  });

  test('the database refuses to tell of fewer than five, whatever the program says', async () => {
    await didSo(db, 4, { month: '2026-04' });
    await spent(db, 4000, '2026-04-20');
    await given(db, 9000);
    await night();
    const before = Temporal.PlainDate.from('2026-05-01');
    await inTransaction(db, (tx) => closeBatch(tx, { kind: 'visit', before, now: JUNE }));
    expect(await db.selectFrom('giving.deed_batches').select('id').execute()).toEqual([]);
    const months = { from_month: before.subtract({ months: 1 }), to_month: before.subtract({ months: 1 }) };
    const batch = { kind: 'visit', ...months, deeds: 5, cost_jpy: 4000, closed_at: JUNE };
    const told = inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('giving.deed_batches')
        .values(batch)
        .returning('id')
        .executeTakeFirstOrThrow();
      await tx.updateTable('giving.deeds').set({ batch_id: id }).execute();
    });
    await expect(told).rejects.toMatchObject({ constraint: 'batches_hide_each' });
  });
});
