import { beforeAll, expect, test } from 'vitest';
import { ask, press, signIn } from '../../../../test/support/caller.ts';
import { makeCampaign } from '../../../../test/support/campaigns.ts';
import { openProduct } from '../../../../test/support/product.ts';
import { readCsv } from '../../../kits/papers/index.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertDonor } from '../donors/store.ts';
import { correctGift } from '../gifts/correct.ts';
import { receiveGift } from '../gifts/receive.ts';
import { returnGift } from '../gifts/return.ts';
import type { Receiving } from '../gifts/types.ts';
import { takeBack } from '../ledger/book.ts';
import { beginPromise } from '../promises/acts.ts';
import { ASPECTS, annualTable } from './rules.ts';
import { listDonations } from './store.ts';

const product = await openProduct();
const { db } = product.database;
const treasurer = await signIn(product, product.ids.treasurer);
const by = { personId: product.ids.treasurer, now: product.clock() };
const day = (text: string) => Temporal.PlainDate.from(text);

async function give(on: string, amount: number, more: Partial<Receiving> = {}): Promise<string> {
  const gift = {
    source: `test:${crypto.randomUUID()}`,
    donorId: null,
    fund: 'general',
    channel: 'cash',
  } as const;
  const days = { givenOn: day(on), receivedOn: day(on) };
  return (await inTransaction(db, (tx) => receiveGift(tx, { ...gift, ...days, amount, by, ...more }))) ?? '';
}

const goBack = (giftId: string, on: string, amount: number, kind: 'refund' | 'charge_back' = 'refund') =>
  inTransaction(db, (tx) =>
    returnGift(tx, { giftId, source: `test:${crypto.randomUUID()}`, kind, amount, occurredOn: day(on), by }),
  );

/** All lines of a file that is taken along, by the words above its columns. */
async function fileOf(path: string, fields: Record<string, string>): Promise<Record<string, string>[]> {
  const answer = await press(product, treasurer, path, { encoding: 'utf-8', ...fields });
  expect(answer.status).toBe(200);
  const read = readCsv(new Uint8Array(await answer.arrayBuffer()), { mostBytes: 1e7, mostLines: 1e5 });
  if (!read.ok) throw new Error(read.refusal.code);
  const [heads, ...lines] = read.value.map(({ cells }) => cells);
  return lines.map((cells) => Object.fromEntries(cells.map((cell, at) => [heads?.[at] ?? '', cell])));
}

/** Fiscal year 2024: what is given and goes back in it and around it. */
beforeAll(async () => {
  const [campaignId, donorId, companyId] = await inTransaction(db, async (tx) => [
    await makeCampaign(tx, { slug: 'winter', now: by.now }),
    await insertDonor(tx, { name: 'Sita', now: by.now }),
    await insertDonor(tx, { name: 'Kitchen Ltd.', kind: 'organization', now: by.now }),
  ]);
  const promiseId = await inTransaction(db, (tx) =>
    beginPromise(tx, {
      donorId: donorId ?? '',
      campaignId: null,
      fund: 'spot',
      amount: 2000,
      isAnonymous: false,
      now: by.now,
    }),
  );
  const before = await give('2024-03-31', 9_000_000);
  await give('2024-04-01', 500);
  const refunded = await give('2024-06-10', 30_000, {
    donorId,
    campaignId,
    channel: 'card',
    providerCharge: 'ch_a',
  });
  await give('2024-12-24', 100_000, { donorId: companyId, campaignId, channel: 'bank', fund: 'pairs' });
  await give('2025-01-31', 2000, {
    donorId,
    promiseId,
    fund: 'spot',
    channel: 'card',
    providerCharge: 'ch_b',
  });
  await give('2025-04-01', 7_000_000);
  await goBack(before, '2024-05-01', 40_000);
  await goBack(refunded, '2024-07-01', 10_000);
  // One that did not reach its giver.
  const failed = (await goBack(refunded, '2024-08-01', 5000)) ?? '';
  await inTransaction(db, (tx) =>
    takeBack(tx, failed, { kind: 'correction', occurredOn: day('2024-08-03'), by }),
  );
  const wrong = await give('2025-02-02', 800);
  await inTransaction(db, (tx) =>
    correctGift(tx, wrong, {
      reason: 'Twice',
      by: { ...by, now: Temporal.Instant.from('2025-03-01T09:00:00+09:00') },
    }),
  );
});

test('says by month, way, purpose, campaign, donor and rhythm what was given, and apart what went back', async () => {
  const table = annualTable(2024, await listDonations(db, 2024), ASPECTS);
  const of = (aspect: string) =>
    table
      .filter(
        (line) => line.aspect === aspect && (line.gifts !== 0 || line.given !== 0 || line.returned !== 0),
      )
      .map((line) => [line.of, line.gifts, line.given, line.returned]);
  expect(of('month')).toEqual([
    ['2024-04', 1, 500, 0],
    ['2024-05', 0, 0, 40_000],
    ['2024-06', 1, 30_000, 0],
    ['2024-07', 0, 0, 10_000],
    ['2024-12', 1, 100_000, 0],
    ['2025-01', 1, 2000, 0],
    ['2025-02', 1, 800, 0],
    ['2025-03', -1, -800, 0],
  ]);
  expect(table.filter(({ aspect }) => aspect === 'month')).toHaveLength(12);
  expect(of('channel')).toEqual([
    ['bank', 1, 100_000, 0],
    ['card', 2, 32_000, 10_000],
    ['cash', 1, 500, 40_000],
  ]);
  expect(of('fund')).toEqual([
    ['pairs', 1, 100_000, 0],
    ['general', 2, 30_500, 50_000],
    ['spot', 1, 2000, 0],
  ]);
  expect(of('campaign').map(([id, ...sums]) => [id === null, ...sums])).toEqual([
    [false, 2, 130_000, 10_000],
    [true, 2, 2500, 40_000],
  ]);
  expect(of('kind')).toEqual([
    ['organization', 1, 100_000, 0],
    ['person', 2, 32_000, 10_000],
    ['nobody', 1, 500, 40_000],
  ]);
  expect(of('rhythm')).toEqual([
    ['once', 3, 130_500, 50_000],
    ['monthly', 1, 2000, 0],
  ]);
  expect(of('total')).toEqual([[null, 4, 132_500, 50_000]]);
});

test.each([2023, 2024, 2025, 2026])(
  'comes to what the accountants’ file of %d says, to the yen, in every month and in each aspect',
  async (year) => {
    const entries = await fileOf('/en/books/ledger.csv', { fiscalYear: String(year), account: 'donations' });
    const given = entries
      .filter((entry) => entry['Account'] === 'Donations')
      .map((entry) => ({
        month: entry['Date']?.slice(0, 7),
        yen: Number(entry['Credit']) - Number(entry['Debit']),
      }));
    const sum = (amounts: readonly number[]) => amounts.reduce((all, one) => all + one, 0);
    const table = await fileOf('/en/books/donations.csv', { fiscalYear: String(year) });
    const months = table.filter((line) => line['By'] === 'Month');
    expect(months.map((line) => [line['Which'], Number(line['Kept'])])).toEqual(
      months.map(({ Which }) => [
        Which,
        sum(given.filter(({ month }) => month === Which).map(({ yen }) => yen)),
      ]),
    );
    expect(months).toHaveLength(12);
    const total = sum(given.map(({ yen }) => yen));
    expect(total).not.toBe(0);
    for (const [, lines] of Object.entries(Object.groupBy(table, (line) => line['By'] ?? '')))
      expect(sum((lines ?? []).map((line) => Number(line['Kept'])))).toBe(total);
  },
);

test('is a page of its year, by one aspect or all of them, and a file for Japanese programs', async () => {
  const read = async (query: string) =>
    (await (await ask(product, treasurer, `/en/books/donations?${query}`)).text()).split('<main')[1] ?? '';
  const page = await read('fiscalYear=2024');
  expect(page).toContain('April 2024 to March 2025');
  expect(page).toMatch(/winter en.*?¥130,000.*?¥10,000.*?¥120,000/s);
  expect(page).toMatch(/Total.*?Fiscal year 2024.*?¥132,500.*?¥50,000.*?¥82,500/s);
  const byFund = await read('fiscalYear=2024&aspect=fund');
  expect(byFund).toMatch(/Half-year pairs.*?¥100,000/s);
  expect(byFund).not.toContain('winter en');
  const sent = { fiscalYear: '2024', encoding: 'shift_jis' };
  const file = await press(product, treasurer, '/ja/books/donations.csv', sent);
  expect(new TextDecoder('shift_jis').decode(await file.arrayBuffer())).toContain('個人,2,32000,10000,22000');
});

test('a gift of whoever was merged is of the kind of whoever stands for them', async () => {
  const company = db.selectFrom('giving.donors').select('id').where('name', '=', 'Kitchen Ltd.');
  await db.updateTable('giving.donors').set({ merged_into: company }).where('name', '=', 'Sita').execute();
  const table = annualTable(2024, await listDonations(db, 2024), ['kind']);
  expect(table.filter(({ aspect }) => aspect === 'kind').map((line) => [line.of, line.given])).toEqual([
    ['organization', 132_000],
    ['nobody', 500],
  ]);
});
