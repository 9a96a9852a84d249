import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { MadeLine } from '../../../../../test/support/bank-files.ts';
import { runAs } from '../../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { bankFile, takeInFile } from '../../../../../test/support/giving-bank.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { insertDonor } from '../../donors/store.ts';
import { returnGift } from '../../gifts/return.ts';
import { readTrialBalance } from '../../ledger/store/trial-balance.ts';
import { insertPledge } from '../../pledges/store.ts';
import { chooseColumns } from '../columns/choose.ts';
import { ColumnsForm } from '../columns/form.ts';
import { splitPayout } from '../explain/split.ts';
import { insertImport } from '../store/imports.ts';
import { keepNameKeys } from '../store/name-keys.ts';
import { takeIn } from './take-in.ts';

const { db, ownerUrl } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const by = { personId: null, now };
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);
const take = (lines: readonly MadeLine[]) => doing((tx) => takeInFile(tx, bankFile(lines), by));
const line = (name: string, more: Partial<MadeLine> = {}): MadeLine => ({
  day: '081120',
  amount: 3000,
  name,
  ...more,
});

beforeEach(() => runAs(ownerUrl, 'truncate giving.bank_accounts, giving.donors cascade'));

/** Somebody who has announced gifts of these amounts. @returns their numbers */
function announce(name: string, kana: string, ...amounts: readonly number[]): Promise<number[]> {
  return doing(async (tx) => {
    const donorId = await insertDonor(tx, { name, kana, now });
    const numbers: number[] = [];
    for (const amount of amounts) {
      const pledge = { donorId, campaignId: null, fund: 'spot', amount, channel: 'bank' } as const;
      const madeAt = now.subtract({ hours: 24 * 10 });
      const rest = { madeAt, expiresAt: now.add({ hours: 720 }), isAnonymous: false };
      const made = await insertPledge(tx, { ...pledge, ...rest, inMemoryOf: null, note: null });
      numbers.push(made.number);
    }
    return numbers;
  });
}

async function states(): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('giving.bank_lines')
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** What has moved on an account since, debit above zero. */
async function moves(work: () => Promise<unknown>): Promise<(account: string) => number> {
  const at = async () =>
    new Map((await readTrialBalance(db, 2026)).map((one) => [one.account as string, one.after]));
  const before = await at();
  await work();
  const after = await at();
  return (account) => (after.get(account) ?? 0) - (before.get(account) ?? 0);
}

test('the same file once more, or a longer one, changes nothing of what is there', async () => {
  const first = [line('ｱｵｷ ﾊﾙ'), line('ｲｼｲ ｼﾞﾕﾝ')];
  expect(await take(first)).toMatchObject({ newLines: 2 });
  const moved = await moves(async () => {
    expect(await take(first)).toMatchObject({ newLines: 0 });
    expect(await take([line('ｳｴﾀﾞ ﾘﾝ', { day: '081121' }), ...first])).toMatchObject({ newLines: 1 });
  });
  expect(moved('bank')).toBe(3000);
  expect(await states()).toEqual({ unexplained: 3 });
});

test('two equal gifts on a day stay two', async () => {
  const moved = await moves(() => take([line('ｱｵｷ ﾊﾙ'), line('ｱｵｷ ﾊﾙ')]));
  expect(moved('unexplained')).toBe(-6000);
  expect(await take([line('ｱｵｷ ﾊﾙ'), line('ｱｵｷ ﾊﾙ')])).toMatchObject({ newLines: 0 });
});

test('one file taken in by two at once is taken in once', async () => {
  const bytes = bankFile([line('ｱｵｷ ﾊﾙ'), line('ｱｵｷ ﾊﾙ'), line('ｲｼｲ ｼﾞﾕﾝ')]);
  const moved = await moves(() => Promise.all([1, 2, 3].map(() => doing((tx) => takeInFile(tx, bytes, by)))));
  expect(moved('bank')).toBe(9000);
  expect(await states()).toEqual({ unexplained: 3 });
  const importId = await doing((tx) => insertImport(tx, { source: '01', bytes, by }));
  const taken = await Promise.all([1, 2].map(() => doing((tx) => takeIn(tx, { importId, by }))));
  expect(taken.map((one) => (one.ok ? 'taken' : one.refusal.code)).sort()).toEqual([
    'bank_file_is_taken_in',
    'taken',
  ]);
});

test('a number before the name is certain, whatever state and amount its pledge has', async () => {
  const [number = 0] = await announce('青木 はる', 'アオキ ハル', 5000);
  await db.updateTable('giving.pledges').set({ state: 'cancelled', over_at: now }).execute();
  const moved = await moves(() => take([line(`${number} ﾊﾊ ﾉ ﾅﾏｴ`)]));
  expect([moved('bank'), moved('unexplained'), moved('donations')]).toEqual([3000, 0, -3000]);
  const [gift] = await db.selectFrom('giving.gifts').selectAll().execute();
  expect(gift).toMatchObject({ amount_jpy: 3000, fund_id: 'spot', state: 'received', channel: 'bank' });
  const [pledge] = await db.selectFrom('giving.pledges').select('state').execute();
  expect(pledge?.state).toBe('received');
});

test('each fund balances for itself when money without a purpose turns out to have one', async () => {
  const [number = 0] = await announce('青木 はる', 'アオキ ハル', 3000);
  await take([line(`${number} ｱｵｷ ﾊﾙ`)]);
  const { rows } = await sql<{ sum: number }>`
    select sum(amount_jpy)::int as sum from giving.entries group by fund_id`.execute(db);
  expect(rows.map(({ sum }) => sum).every((sum) => sum === 0)).toBe(true);
});

test('an exact name with exactly one open pledge of the amount is certain; all else waits for somebody', async () => {
  await announce('青木 はる', 'アオキ ハル', 3000, 5000);
  await announce('石井 じゅん', 'イシイ ジュン', 3000, 3000);
  await announce('上田 りん', 'ウエダ リン', 3000);
  await announce('上田 凛', 'ウエダ リン');
  const [number = 0] = await announce('江川 ゆう', 'エガワ ユウ', 4000);
  const taken = await take([
    line('ｱｵｷ ﾊﾙ'),
    line('ｲｼｲ ｼﾞﾕﾝ'),
    line('ｳｴﾀﾞ ﾘﾝ'),
    line('ｱｵｷ ﾊﾙ', { amount: 4000 }),
    line(`ｴｶﾞﾜ ﾕｳ ${number}`),
  ]);
  expect(taken).toEqual({ newLines: 5, doubtful: 0, matched: 1 });
  const gifts = await db
    .selectFrom('giving.gifts as g')
    .innerJoin('giving.donors as d', 'd.id', 'g.donor_id')
    .select('d.name')
    .execute();
  expect(gifts).toEqual([{ name: '青木 はる' }]);
});

test('a number beside the very name of somebody else who gives may be a slip: somebody says whose it is', async () => {
  const [number = 0] = await announce('青木 はる', 'アオキ ハル', 3000);
  await announce('石井 じゅん', 'イシイ ジュン', 3000);
  expect(await take([line(`${number} ｲｼｲ ｼﾞﾕﾝ`)])).toMatchObject({ newLines: 1, matched: 0 });
  await announce('青木 春', 'アオキ ハル');
  expect(await take([line(`${number} ｱｵｷ ﾊﾙ`)])).toMatchObject({ newLines: 1, matched: 1 });
});

test('the name of somebody who was merged is the name of whoever stands for them', async () => {
  const [number = 0] = await announce('青木 はる', 'アオキ ハル', 3000, 5000);
  const [other = 0] = await announce('石井 じゅん', 'イシイ ジュン', 4000);
  const married = await doing((tx) => insertDonor(tx, { name: '森 はる', kana: 'モリ ハル', now }));
  await db
    .updateTable('giving.donors')
    .set({ merged_into: married })
    .where('name', '=', '青木 はる')
    .execute();
  for (const amount of [3000, 5000]) {
    expect(await take([line('ｱｵｷ ﾊﾙ', { amount })])).toMatchObject({ newLines: 1, matched: 1 });
    expect(await take([line(`${number} ｱｵｷ ﾊﾙ`, { amount })])).toMatchObject({ newLines: 1, matched: 1 });
    expect(await take([line(`${other} ｱｵｷ ﾊﾙ`, { amount })])).toMatchObject({ newLines: 1, matched: 0 });
    // Found from now on by its keys, and no more as one of those that have none.
    await keepNameKeys(db);
  }
});

test('what came before it was announced is not, by its name alone, what was announced', async () => {
  await announce('青木 はる', 'アオキ ハル', 3000);
  expect(await take([line('ｱｵｷ ﾊﾙ', { day: '081113' })])).toMatchObject({ newLines: 1, matched: 0 });
  expect(await take([line('ｱｵｷ ﾊﾙ', { day: '081114' })])).toMatchObject({ newLines: 1, matched: 1 });
});

test('two transfers for one pledge: which of them it announced, nobody knows', async () => {
  await announce('青木 はる', 'アオキ ハル', 3000);
  expect(await take([line('ｱｵｷ ﾊﾙ'), line('ｱｵｷ ﾊﾙ')])).toMatchObject({ matched: 0 });
});

test('what the bank cancels in the same file becomes no gift; of an earlier file, it is taken back', async () => {
  const [number = 0, later = 0] = await announce('青木 はる', 'アオキ ハル', 3000, 5000);
  const name = `${number} ｱｵｷ ﾊﾙ`;
  const within = await moves(() => take([line(name), line(name, { canceled: true })]));
  expect(['bank', 'unexplained', 'donations'].map(within)).toEqual([0, 0, 0]);
  const other = line(`${later} ｱｵｷ ﾊﾙ`, { day: '081121', amount: 5000 });
  const across = await moves(async () => {
    expect(await take([other])).toMatchObject({ matched: 1 });
    await take([{ ...other, day: '081122', canceled: true }]);
  });
  expect(['bank', 'unexplained', 'donations'].map(across)).toEqual([0, 0, 0]);
  expect(await states()).toEqual({ canceled: 4 });
  const pledges = await db.selectFrom('giving.pledges').select('state').execute();
  expect(pledges.map(({ state }) => state)).toEqual(['open', 'open']);
});

test('which of two equal gifts was canceled says somebody; until then it stays in sight', async () => {
  await take([line('ｱｵｷ ﾊﾙ'), line('ｱｵｷ ﾊﾙ')]);
  const moved = await moves(() => take([line('ｱｵｷ ﾊﾙ', { day: '081121', canceled: true })]));
  expect([moved('bank'), moved('unexplained')]).toEqual([-3000, 3000]);
  expect(await states()).toEqual({ unexplained: 3 });
});

test('what the bank cancels is never another gift of the same payer than the one that its file names', async () => {
  await take([line('ｱｵｷ ﾊﾙ', { day: '081101' })]);
  const first = { reference: '000011' };
  await take([line('ｱｵｷ ﾊﾙ', first), line('ｱｵｷ ﾊﾙ', { ...first, canceled: true })]);
  const second = { reference: '000012' };
  // In doubt, this one is in no books yet.
  await take([line('ｱｵｷ ﾊﾙ', second), line('ｱｵｷ ﾊﾙ', { ...second, day: '081121', canceled: true })]);
  expect(await states()).toEqual({ unexplained: 2, canceled: 2, doubtful: 1 });
});

test('a payout of which a gift was refunded is not taken back by halves: the bank’s line waits for somebody', async () => {
  await take([line('ｷﾞﾌﾞﾜﾝ', { amount: 5000 })]);
  const payout = await db.selectFrom('giving.bank_lines').select('id').executeTakeFirstOrThrow();
  const parts = [1, 2, 3, 4, 5].map((at) => `Giver ${at},1000`).join('\n');
  const split = { lineId: payout.id, version: 1, bytes: new TextEncoder().encode(parts), fee: 0, by };
  await doing((tx) => splitPayout(tx, { ...split, channel: 'give_one', fund: 'general' }));
  const gift = await db.selectFrom('giving.gifts').select('id').executeTakeFirstOrThrow();
  const refund = { giftId: gift.id, source: 'test:refund', kind: 'refund', amount: 100 } as const;
  const occurredOn = Temporal.PlainDate.from('2026-11-21');
  await doing((tx) => returnGift(tx, { ...refund, occurredOn, from: 'bank', by }));
  const moved = await moves(() => take([line('ｷﾞﾌﾞﾜﾝ', { amount: 5000, day: '081121', canceled: true })]));
  expect([moved('donations'), moved('unexplained'), moved('bank')]).toEqual([0, 5000, -5000]);
  expect(await states()).toEqual({ explained: 1, unexplained: 1 });
});

test('a line like one that its file leaves out is asked about, and not booked', async () => {
  await take([line('ｱｵｷ ﾊﾙ', { reference: '000011' })]);
  const moved = await moves(() => take([line('ｱｵｷ ﾊﾙ', { reference: '000012' })]));
  expect(moved('bank')).toBe(0);
  expect(await states()).toEqual({ unexplained: 1, doubtful: 1 });
  expect(await take([line('ｱｵｷ ﾊﾙ', { reference: '000012' })])).toMatchObject({ newLines: 0 });
});

const HEADS = '取引日,摘要,お支払金額,お預り金額,差引残高';
const table = (...rows: readonly string[]) => new TextEncoder().encode([HEADS, ...rows].join('\n'));

/** Brings a table whose columns are chosen. */
async function bringTable(bytes: Uint8Array): Promise<string> {
  return doing(async (tx) => {
    const importId = await insertImport(tx, { source: 'csv', bytes, by });
    const chosen = ColumnsForm.parse({
      account: 'new',
      ...{ bank: '0001', branch: '123', kind: 'ordinary', number: '1234567', heads: '1' },
      ...{ day: '1', name: '2', moneyIn: '4', moneyOut: '3', balance: '5' },
    });
    expect(await chooseColumns(tx, { importId, chosen, now })).toMatchObject({ ok: true });
    return importId;
  });
}

test('money known by its key, but with another balance, is perhaps a second gift', async () => {
  const take = async (...rows: readonly string[]) => {
    const importId = await bringTable(table(...rows));
    return doing((tx) => takeIn(tx, { importId, by }));
  };
  await take('2026/11/20,ｱｵｷ ﾊﾙ,,3000,13000');
  expect(await take('2026/11/20,ｱｵｷ ﾊﾙ,,3000,13000')).toMatchObject({ value: { newLines: 0 } });
  const another = '2026/11/20,ｱｵｷ ﾊﾙ,,3000,16000';
  expect(await take(another)).toMatchObject({ value: { newLines: 1, doubtful: 1 } });
  expect(await take(another)).toMatchObject({ value: { newLines: 0 } });
  expect(await take('2026/11/21,ﾃﾞﾝｷ,5000,,11000')).toMatchObject({ value: { newLines: 1 } });
  expect(await states()).toEqual({ unexplained: 1, doubtful: 1, out: 1 });
});

test('a file of another kind that tells of the same days is refused whole: it names and numbers the same money otherwise', async () => {
  await take([line('ｱｵｷ ﾊﾙ')]);
  const importId = await bringTable(table('2026/11/20,ｱｵｷﾊﾙ,,3000,13000', '2026/11/21,ｲｼｲ,,500,13500'));
  const moved = await moves(async () => {
    const taken = await doing((tx) => takeIn(tx, { importId, by }));
    expect(taken).toMatchObject({ ok: false, refusal: { code: 'bank_source_is_another' } });
  });
  expect(moved('bank')).toBe(0);
  const laterId = await bringTable(table('2026/11/21,ｲｼｲ,,500,13500'));
  expect(await doing((tx) => takeIn(tx, { importId: laterId, by }))).toMatchObject({
    value: { newLines: 1 },
  });
});

test('no name of a payer stands in the database to be read', async () => {
  await take([line('ｱｵｷ ﾊﾙ')]);
  const { rows } = await sql<{ row: string }>`select l::text as row from giving.bank_lines l`.execute(db);
  expect(rows[0]?.row).not.toMatch(/ｱｵｷ|アオキ/);
  const numbers = await sql<{ row: string }>`select a::text as row from giving.bank_accounts a`.execute(db);
  expect(numbers.rows[0]?.row).not.toContain('1234567');
});
