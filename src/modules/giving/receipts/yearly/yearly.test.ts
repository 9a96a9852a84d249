import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '../../../../../test/support/database.ts';
import { readPdf } from '../../../../../test/support/read-pdf.ts';
import { donorWith } from '../../../../../test/support/receipts.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { writeSetting } from '../../../../platform/settings/settings.ts';
import type { NewDonor } from '../../donors/store.ts';
import { returnGift } from '../../gifts/return.ts';
import { printReceipt } from '../file.ts';
import { receiptListeners } from '../listeners.ts';
import { receiptsSetting } from '../setting.ts';
import { listReceipts, listReceiptsOf } from '../store/lists.ts';
import { listRuns } from '../store/runs.ts';
import { beginYearly, doBatch, stopYearly } from './run.ts';

const { db } = await testDatabase();
const JANUARY = Temporal.Instant.from('2027-01-10T09:00:00+09:00');
const URL = 'https://otonari.test';
const treasurer = '00000000-0000-4000-8000-000000000001';
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);

const giver = (at: number, more: Partial<NewDonor> = {}): NewDonor => ({
  ...{ name: `寄付 ${at}`, email: `d${at}@otonari.example`, receiptWish: 'yearly', now: JANUARY },
  ...more,
});
const context = { db, clock: () => JANUARY, log: null as never };
const goBack = (giftId = '', amount = 0) =>
  doing((tx) =>
    returnGift(tx, {
      ...{ giftId, amount, kind: 'refund', source: `test:${crypto.randomUUID()}` },
      ...{ occurredOn: Temporal.PlainDate.from('2027-01-09'), by: { personId: null, now: JANUARY } },
    }),
  );
const hearing = (giftId: string) => (event: string) =>
  receiptListeners({ publicUrl: URL } as never)
    .find((one) => one.event === event)
    ?.handle({ id: 'x', type: event, ids: { giftId } }, context);
let second = 0;
const begin = (calendarYear = 2026) =>
  doing((tx) => beginYearly(tx, { calendarYear, by: treasurer, now: JANUARY.add({ seconds: ++second }) }));
const batch = (runId: string) => doing((tx) => doBatch(tx, URL, { runId, now: JANUARY }));
async function run(calendarYear = 2026): Promise<string> {
  const begun = await begin(calendarYear);
  if (!begun.ok) throw new Error(begun.refusal.code);
  return begun.value;
}
const all = async () => (await listReceipts(db, {}, { after: null, limit: 500 })).rows;

beforeEach(async () => {
  // A year of its own for each test: nothing that is given out is taken back.
  await sql`update giving.donors set receipt_wish = 'none'`.execute(db);
  await doing((tx) => stopYearly(tx, JANUARY));
});

describe('the receipts of a year', () => {
  test('sum up a calendar year, under numbers of the fiscal year in which they are issued', async () => {
    const { donorId } = await donorWith(db, giver(1), {
      '2025-12-31': 1000,
      '2026-01-01': 2000,
      '2026-12-31': 4000,
      '2027-01-01': 8000,
    });
    while (await batch(await run())) void 0;
    const [receipt, ...more] = await listReceiptsOf(db, [donorId]);
    expect(more).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'yearly', calendarYear: 2026, fiscalYear: 2026, amount: 6000 });
    expect(receipt?.words?.gifts.map(({ day }) => day)).toEqual(['2026-01-01', '2026-12-31']);
    const printed = receipt && (await printReceipt(receipt, 'ja', URL));
    const text = printed?.ok ? readPdf(printed.value).text : '';
    for (const told of ['2026年1月1日〜12月31日', '4,000', '6,000']) expect(text).toContain(told);
  });

  test('are dated by the day that the setting names', async () => {
    const days = {
      givenOn: Temporal.PlainDate.from('2024-12-30'),
      receivedOn: Temporal.PlainDate.from('2025-01-20'),
    };
    const { donorId } = await donorWith(db, giver(2), { '2025-01-20': 5000 }, days);
    const set = (giftDay: 'given_on' | 'received_on') =>
      doing((tx) =>
        writeSetting(tx, receiptsSetting, {
          ...{ value: { ...receiptsSetting.value, giftDay }, seen: null, by: null, now: JANUARY },
        }),
      );
    await batch(await run(2024));
    expect(await listReceiptsOf(db, [donorId])).toEqual([]);
    await set('given_on');
    await batch(await run(2024));
    await set('received_on');
    const [receipt] = await listReceiptsOf(db, [donorId]);
    expect(receipt).toMatchObject({ calendarYear: 2024, words: { gifts: [{ day: '2024-12-30' }] } });
  });

  test('leave out other wishes, platforms that give their own, and what went back', async () => {
    await donorWith(db, giver(3, { receiptWish: 'each' }), { '2023-05-01': 3000 });
    await donorWith(db, giver(4), { '2023-05-01': 3000 }, { channel: 'give_one' });
    const back = await donorWith(db, giver(5), { '2023-05-01': 3000 });
    await goBack(back.giftIds[0], 3000);
    const before = (await all()).length;
    await batch(await run(2023));
    expect((await all()).length).toBe(before);
    expect((await listRuns(db, 1))[0]).toMatchObject({ state: 'done', donors: 0, issued: 0 });
  });

  test('of a year that is not over are refused, and a second run beside one', async () => {
    expect(await begin(2027)).toMatchObject({ refusal: { code: 'receipt_year_is_not_over' } });
    await run(2020);
    expect(await begin(2020)).toMatchObject({ refusal: { code: 'receipt_run_is_under_way' } });
  });
});

describe('a run', () => {
  test('goes on where it was after a kill, and gives nobody two', async () => {
    const donors = await Promise.all(
      Array.from({ length: 120 }, (_, at) => donorWith(db, giver(100 + at), { '2022-06-01': 3000 })),
    );
    const runId = await run(2022);
    expect(await batch(runId)).toBe(true);
    const killed = doing(async (tx) => {
      await doBatch(tx, URL, { runId, now: JANUARY });
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    // Two workers who both believe that it is theirs.
    await Promise.all(
      [1, 2].map(async () => {
        while (await batch(runId)) void 0;
      }),
    );
    expect((await listRuns(db, 1))[0]).toMatchObject({
      state: 'done',
      donors: 120,
      issued: 120,
      leftOver: 0,
    });
    const given = await listReceiptsOf(
      db,
      donors.map(({ donorId }) => donorId),
    );
    expect(new Set(given.map(({ donorId }) => donorId)).size).toBe(120);
    expect(given).toHaveLength(120);
    const numbers = (await all()).map(({ number }) => number).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  });

  test('stops when it is told to, and the rest has theirs in the next one', async () => {
    await Promise.all(
      Array.from({ length: 60 }, (_, at) => donorWith(db, giver(300 + at), { '2021-06-01': 3000 })),
    );
    const first = await run(2021);
    await batch(first);
    expect((await doing((tx) => stopYearly(tx, JANUARY))).ok).toBe(true);
    expect(await batch(first)).toBe(false);
    expect((await listRuns(db, 1))[0]).toMatchObject({ state: 'stopped', issued: 50 });
    await batch(await run(2021));
    expect((await listRuns(db, 1))[0]).toMatchObject({ state: 'done', donors: 10, issued: 10 });
  });

  test('leaves over whom paper cannot name, asks them for a name, and finds them the next time', async () => {
    const { donorId } = await donorWith(db, giver(400, { name: '김민준', locale: 'en' }), {
      '2019-06-01': 3000,
    });
    await batch(await run(2019));
    expect((await listRuns(db, 1))[0]).toMatchObject({ issued: 0, leftOver: 1 });
    const { rows } = await sql<{ payload: { to: string; text: string } }>`
      select payload from graphile_worker._private_jobs where key = ${`send-mail:receipt-name:2019:${donorId}`}`.execute(
      db,
    );
    expect(rows[0]?.payload).toMatchObject({ to: 'd400@otonari.example' });
    await db
      .updateTable('giving.donors')
      .set({ receipt_name: 'KIM Minjun' })
      .where('id', '=', donorId)
      .execute();
    await batch(await run(2019));
    expect(await listReceiptsOf(db, [donorId])).toMatchObject([{ words: { name: 'KIM Minjun' } }]);
  });
});

test('a receipt whose gift went back is void by itself, and what is left of it can have another', async () => {
  const { donorId, giftIds } = await donorWith(db, giver(500), { '2018-02-01': 3000, '2018-03-01': 4000 });
  await batch(await run(2018));
  const hear = hearing(giftIds[0] ?? '');
  await hear('giving.gift.returned');
  expect(await listReceiptsOf(db, [donorId])).toMatchObject([{ state: 'issued' }]);
  await goBack(giftIds[0], 1000);
  await hear('giving.gift.returned');
  await hear('giving.gift.returned');
  await batch(await run(2018));
  const receipts = await listReceiptsOf(db, [donorId]);
  expect(receipts.map(({ state, amount }) => [state, amount])).toEqual([
    ['issued', 6000],
    ['void', 7000],
  ]);
});

test('a year of which a gift went back is summed up again by itself, and not at all once all of it did', async () => {
  const { donorId, giftIds } = await donorWith(db, giver(510), { '2016-02-01': 3000, '2016-03-01': 4000 });
  await batch(await run(2016));
  const states = async () =>
    (await listReceiptsOf(db, [donorId])).map(({ state, amount, calendarYear }) => [
      ...[state, amount, calendarYear],
    ]);
  await goBack(giftIds[0], 3000);
  await hearing(giftIds[0] ?? '')('giving.gift.returned');
  expect(await states()).toEqual([
    ['issued', 4000, 2016],
    ['void', 7000, 2016],
  ]);
  await goBack(giftIds[1], 4000);
  for (let heard = 0; heard < 2; heard++) await hearing(giftIds[1] ?? '')('giving.gift.returned');
  expect(await states()).toEqual([
    ['void', 4000, 2016],
    ['void', 7000, 2016],
  ]);
});

test('whoever wishes so has a receipt for each gift when it comes in, once, and another for what is left', async () => {
  const wish = giver(600, { receiptWish: 'each' });
  const { donorId, giftIds } = await donorWith(db, wish, { '2018-02-01': 3000 });
  const hear = hearing(giftIds[0] ?? '');
  await hear('giving.gift.received');
  await hear('giving.gift.received');
  expect(await listReceiptsOf(db, [donorId])).toMatchObject([
    { state: 'issued', kind: 'each', amount: 3000 },
  ]);
  await goBack(giftIds[0], 500);
  await hear('giving.gift.returned');
  const receipts = await listReceiptsOf(db, [donorId]);
  expect(receipts.map(({ state, amount }) => [state, amount])).toEqual([
    ['issued', 2500],
    ['void', 3000],
  ]);
});

test('whose receipt waits for what the organization must mend is not asked for another name', async () => {
  const set = (signer: string) =>
    doing((tx) =>
      writeSetting(tx, receiptsSetting, {
        ...{ value: { ...receiptsSetting.value, signer }, seen: null, by: null, now: JANUARY },
      }),
    );
  const wish = giver(700, { receiptWish: 'each' });
  const { giftIds } = await donorWith(db, wish, { '2017-02-01': 3000 });
  const asked = async () =>
    (
      await sql`select key from graphile_worker._private_jobs
        where key = ${`send-mail:receipt-name:${giftIds[0]}`}`.execute(db)
    ).rows.length;
  await set('Łukasz');
  await hearing(giftIds[0] ?? '')('giving.gift.received');
  expect(await asked()).toBe(0);
  await set('');
  await db
    .updateTable('giving.donors')
    .set({ name: '김민준' })
    .where('email', '=', wish.email ?? '')
    .execute();
  await hearing(giftIds[0] ?? '')('giving.gift.received');
  expect(await asked()).toBe(1);
});
