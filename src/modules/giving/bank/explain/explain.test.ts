import { beforeEach, expect, test } from 'vitest';
import type { MadeLine } from '../../../../../test/support/bank-files.ts';
import { testDatabase } from '../../../../../test/support/database.ts';
import { bankFile, takeInFile } from '../../../../../test/support/giving-bank.ts';
import type { Tx } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { insertDonor } from '../../donors/store.ts';
import { correctGift } from '../../gifts/correct.ts';
import { book, moved as moves } from '../../ledger/book.ts';
import { readTrialBalance } from '../../ledger/store/trial-balance.ts';
import { listBalances } from '../../ledger/store/write.ts';
import { insertPledge } from '../../pledges/store.ts';
import { findLine, listWaiting } from '../store/lines.ts';
import { cancelLine } from './cancel.ts';
import { answerDoubt } from './doubt.ts';
import { explainByDonor, explainByNewDonor, explainByPledge } from './gift.ts';
import { bookExpense, explainAsOther, isBookedElsewhere } from './other.ts';
import { splitPayout } from './split.ts';
import { undoExplanation } from './undo.ts';

const { db } = await testDatabase();
const now = Temporal.Instant.from('2026-11-24T09:00:00+09:00');
const by = { personId: null, now };
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);
let before: Awaited<ReturnType<typeof readTrialBalance>>;
let day = 1;

beforeEach(async () => {
  before = await readTrialBalance(db, 2026);
});

/** What has moved on these accounts in this test, debit above zero. */
async function moved(...accounts: readonly string[]): Promise<number[]> {
  const after = await readTrialBalance(db, 2026);
  const at = (all: typeof after, account: string) => all.find((one) => one.account === account)?.after ?? 0;
  return accounts.map((account) => at(after, account) - at(before, account));
}

/** Lines of a day of their own that nobody has explained. */
async function bring(...lines: readonly Partial<MadeLine>[]) {
  const on = `0811${String(day++).padStart(2, '0')}`;
  const made = lines.map((line) => ({ day: on, amount: 3000, name: 'ｱｵｷ ﾊﾙ', ...line }));
  const layout = made.some(({ direction }) => direction === 'out') ? '03' : '01A';
  const changes = layout === '03' ? { number: '7654321' } : {};
  await doing((tx) => takeInFile(tx, bankFile(made, layout, changes), by));
  const last = Temporal.PlainDate.from(`2026-11-${on.slice(-2)}`);
  const { rows } = await listWaiting(db, { after: null, limit: 100 }, undefined);
  return rows
    .filter((line) => line.day.equals(last))
    .map(({ id: lineId, version }) => ({ lineId, version, by }));
}

async function bringOne(line: Partial<MadeLine> = {}) {
  const [one] = await bring(line);
  if (!one) throw new Error('nothing waits');
  return one;
}

const donor = (name: string) => doing((tx) => insertDonor(tx, { name, now }));
const split = (text: string, fee = 0) => ({
  bytes: new TextEncoder().encode(text),
  fee,
  channel: 'give_one' as const,
  fund: 'general' as const,
});

test('two treasurers on one line: one books it, the other is told', async () => {
  const on = await bringOne();
  const [one, other] = [await donor('青木'), await donor('石井')];
  const done = await Promise.all(
    [one, other].map((donorId) => doing((tx) => explainByDonor(tx, { ...on, donorId, fund: 'general' }))),
  );
  expect(done.map((each) => (each.ok ? 'booked' : each.refusal.code)).sort()).toEqual([
    'bank_line_has_changed',
    'booked',
  ]);
  expect(await moved('bank', 'unexplained', 'donations')).toEqual([3000, 0, -3000]);
});

test('a pledge is chosen by its number; one that nobody has is refused', async () => {
  const on = await bringOne();
  const { number } = await doing(async (tx) =>
    insertPledge(tx, {
      ...{ donorId: await insertDonor(tx, { name: '青木', now }), campaignId: null, fund: 'pairs' },
      ...{ amount: 5000, channel: 'bank', madeAt: now, expiresAt: now.add({ hours: 1 }) },
      ...{ isAnonymous: false, inMemoryOf: null, note: null },
    }),
  );
  expect(await doing((tx) => explainByPledge(tx, { ...on, number: 100_000 }))).toMatchObject({
    refusal: { code: 'pledge_is_unknown' },
  });
  expect(await doing((tx) => explainByPledge(tx, { ...on, number }))).toMatchObject({ ok: true });
  expect(await moved('unexplained', 'donations')).toEqual([0, -3000]);
});

test('an explanation is taken back by reversal, and the line can be explained otherwise', async () => {
  const on = await bringOne();
  const fund = 'general';
  const told = { ...on, fund, name: '江川 ゆう', kana: null, kind: 'person', locale: 'ja' } as const;
  await doing((tx) => explainByNewDonor(tx, told));
  const [gift] = await db.selectFrom('giving.gifts').select('id').orderBy('recorded_at', 'desc').execute();
  const byMistake = { reason: 'Not theirs.', by: { personId: null, now } };
  // Only here, or the line would stay explained.
  expect(await doing((tx) => correctGift(tx, gift?.id ?? '', byMistake))).toMatchObject({
    refusal: { code: 'gift_of_a_bank_line_is_undone_there' },
  });
  const again = { ...on, version: on.version + 1 };
  const undone = await Promise.all([1, 2].map(() => doing((tx) => undoExplanation(tx, again))));
  expect(undone.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await moved('bank', 'unexplained', 'donations')).toEqual([3000, -3000, 0]);
  const other = { ...on, version: on.version + 2, account: 'program_fees', fund: 'pairs' } as const;
  expect(await doing((tx) => explainAsOther(tx, other))).toMatchObject({ ok: true });
  expect(await moved('unexplained', 'donations', 'program_fees')).toEqual([0, 0, -3000]);
  const states = await db.selectFrom('giving.gifts').select('state').orderBy('recorded_at').execute();
  expect(states.at(-1)?.state).toBe('corrected');
});

test('a payout is split to the yen into gifts in full and the fee; the same giver is one donor next time', async () => {
  const text = '名前,金額\n山田 花子,"3,000"\nJohn Smith,2000\n,500\n';
  const [on] = await bring({ name: 'ｷﾞﾌﾞﾜﾝ', amount: 5225 });
  if (!on) throw new Error('nothing waits');
  expect(await doing((tx) => splitPayout(tx, { ...on, ...split(text, 275) }))).toEqual({
    ok: true,
    value: 3,
  });
  expect(await moved('bank', 'unexplained', 'donations', 'payment_fees')).toEqual([5225, 0, -5500, 275]);
  const next = await bringOne({ name: 'ｷﾞﾌﾞﾜﾝ', amount: 3000 });
  await doing((tx) => splitPayout(tx, { ...next, ...split('山田 花子\t3000') }));
  const hanako = await db.selectFrom('giving.donors').select('id').where('name', '=', '山田 花子').execute();
  expect(hanako).toHaveLength(1);
});

test.each([
  ['山田,2999', 'bank_parts_make_another_sum'],
  ['山田,3000\n石井,-1', 'bank_part_is_unreadable'],
  ['山田,2999\n石井,0.5', 'bank_part_is_unreadable'],
  ['山田,3000,1', 'bank_part_is_unreadable'],
  ['', 'bank_parts_are_missing'],
])('a list that is not the payout is refused whole: %j', async (text, code) => {
  const on = await bringOne();
  expect(await doing((tx) => splitPayout(tx, { ...on, ...split(text) }))).toMatchObject({
    refusal: { code },
  });
  expect(await moved('unexplained', 'donations')).toEqual([-3000, 0]);
});

test.each([
  ['owed', 'transfer'],
  ['in_transit', 'payout'],
  ['membership_fees', 'income'],
] as const)('money in that is no gift: %s', async (account, kind) => {
  const on = await bringOne();
  await doing((tx) => explainAsOther(tx, { ...on, account, fund: 'general' }));
  expect(await moved('bank', 'unexplained', account)).toEqual([3000, 0, -3000]);
  const last = await db
    .selectFrom('giving.transactions')
    .select('kind')
    .where('source', '=', `bank:${on.lineId}:${on.version}:0`)
    .executeTakeFirstOrThrow();
  expect(last.kind).toBe(kind);
});

test.each([
  ['in_transit', 'payment_provider', 'payout'],
  ['with_programs', 'program_fees', 'income'],
] as const)(
  'what was held for us in %s is of the funds of which it came there',
  async (account, from, kind) => {
    const way = { from, to: account };
    const entries = [...moves(1000, 'spot', way), ...moves(2000, 'pairs', way)];
    const occurredOn = Temporal.PlainDate.from('2026-11-20');
    await doing((tx) => book(tx, { kind, occurredOn, source: `test:${account}`, entries, by }));
    const funds = async () => new Map(await listBalances(db, account));
    const general = (await funds()).get('general') ?? 0;
    const on = await bringOne();
    await doing((tx) => explainAsOther(tx, { ...on, account, fund: 'general' }));
    const after = await funds();
    expect(['spot', 'pairs', 'general'].map((fund) => after.get(fund as never) ?? 0)).toEqual([
      0,
      0,
      general,
    ]);
  },
);

test('money out waits, and is booked as an expense with a purpose, or stands in the books already', async () => {
  const [first, second] = await bring({ direction: 'out', amount: 700 }, { direction: 'out', amount: 700 });
  if (!first || !second) throw new Error('nothing waits');
  expect(await moved('bank')).toEqual([0]);
  const { account, fund } = { account: 'program_costs', fund: 'spot' } as const;
  expect(await doing((tx) => bookExpense(tx, { ...first, account, fund }))).toMatchObject({ ok: true });
  expect(await doing((tx) => isBookedElsewhere(tx, second))).toMatchObject({ ok: true });
  expect(await moved('bank', 'program_costs')).toEqual([-700, 700]);
  await doing((tx) => undoExplanation(tx, { ...first, version: first.version + 1 }));
  await doing((tx) => undoExplanation(tx, { ...second, version: second.version + 1 }));
  expect(await moved('bank', 'program_costs')).toEqual([0, 0]);
  expect((await findLine(db, second.lineId))?.state).toBe('out');
});

test('a person says which of two equal gifts was canceled; what it was booked as is taken back', async () => {
  const [first] = await bring({ name: 'ｴｶﾞﾜ' }, { name: 'ｴｶﾞﾜ' });
  if (!first) throw new Error('nothing waits');
  const donorId = await donor('江川');
  await doing((tx) => explainByDonor(tx, { ...first, donorId, fund: 'general' }));
  const back = await bringOne({ name: 'ｴｶﾞﾜ', canceled: true });
  const other = await bringOne({ name: 'ｵｶﾀﾞ' });
  expect(await doing((tx) => cancelLine(tx, { ...back, canceledId: other.lineId }))).toMatchObject({
    refusal: { code: 'bank_line_is_another' },
  });
  expect(await doing((tx) => cancelLine(tx, { ...back, canceledId: first.lineId }))).toMatchObject({
    ok: true,
  });
  expect(await moved('bank', 'unexplained', 'donations')).toEqual([6000, -6000, 0]);
});

test('in doubt, nothing is booked until somebody says that it is other money', async () => {
  const name = 'ｶﾄｳ';
  const [known] = await bring({ name, reference: '000001' });
  day--;
  const found = await bring({ name, reference: '000002' });
  const doubtful = found.filter(({ lineId }) => lineId !== known?.lineId);
  expect(await moved('bank')).toEqual([3000]);
  const [one] = doubtful;
  if (!one) throw new Error('nothing is in doubt');
  expect(await doing((tx) => answerDoubt(tx, { ...one, isNew: true }))).toMatchObject({ ok: true });
  expect(await moved('bank', 'unexplained')).toEqual([6000, -6000]);
  day--;
  const seenBefore = [known?.lineId, one.lineId];
  const waiting = await bring({ name, reference: '000003' });
  const third = waiting.find(({ lineId }) => !seenBefore.includes(lineId));
  if (!third) throw new Error('nothing is in doubt');
  const seen = await Promise.all(
    [true, false].map((isNew) => doing((tx) => answerDoubt(tx, { ...third, isNew }))),
  );
  expect(seen.filter(({ ok }) => ok)).toHaveLength(1);
});

test('a cancellation in doubt takes nothing back by itself: which line it meant stood in its file', async () => {
  const name = 'ｷﾀﾉ';
  await bring({ name, canceled: true, reference: '000001' });
  day--;
  await bring({ name, reference: '000002' });
  day--;
  const waiting = await bring({ name, canceled: true, reference: '000003' });
  const found = await Promise.all(waiting.map(({ lineId }) => findLine(db, lineId)));
  const at = found.findIndex((line) => line?.state === 'doubtful');
  const doubtful = waiting[at];
  if (!doubtful) throw new Error('nothing is in doubt');
  expect(await doing((tx) => answerDoubt(tx, { ...doubtful, isNew: true }))).toMatchObject({ ok: true });
  const after = await Promise.all(waiting.map(({ lineId }) => findLine(db, lineId)));
  expect(after.map((line) => line?.state)).toEqual(['unexplained', 'unexplained', 'unexplained']);
});

test('the database takes no line as explained that its explanations do not come to', async () => {
  const { lineId } = await bringOne();
  const explained = db.updateTable('giving.bank_lines').set({ state: 'explained' }).where('id', '=', lineId);
  await expect(explained.execute()).rejects.toThrow(/does not come to it/);
});
