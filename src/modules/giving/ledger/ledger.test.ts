import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '../../../../test/support/database.ts';
import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { receiveGift } from '../gifts/receive.ts';
import { book, moved, takeBack } from './book.ts';
import { listLedger } from './store/lists.ts';
import { readTrialBalance } from './store/trial-balance.ts';
import type { Booking } from './types.ts';

const { db } = await testDatabase();
const by = { personId: null, now: Temporal.Instant.from('2026-11-24T09:00:00+09:00') };
const day = (text: string) => Temporal.PlainDate.from(text);
const gift = (source: string, more: Partial<Booking> = {}): Booking => ({
  kind: 'gift',
  occurredOn: day('2026-11-24'),
  source,
  entries: moved(3000, 'general', { from: 'donations', to: 'bank' }),
  by,
  ...more,
});
const doing = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(db, work);

test('what does not come to nothing is not booked, however it is written', async () => {
  const [one] = moved(3000, 'general', { from: 'donations', to: 'bank' });
  for (const entries of [[one], [one, one], []] as NonNullable<typeof one>[][])
    await expect(doing((tx) => book(tx, gift('test:unbalanced', { entries })))).rejects.toThrow();
  const whole = (await doing((tx) => book(tx, gift('test:whole')))) ?? '';
  const more = { transaction_id: whole, line: 3, account_id: 'cash', fund_id: 'general', amount_jpy: 1 };
  await expect(doing((tx) => tx.insertInto('giving.entries').values(more).execute())).rejects.toThrow(
    /balance/,
  );
});

test.each([
  'update giving.entries set amount_jpy = amount_jpy * 2',
  'delete from giving.entries',
  'truncate giving.entries',
  "update giving.transactions set occurred_on = '2026-01-01'",
  'delete from giving.transactions',
  'truncate giving.transactions cascade',
])('what is booked is never changed: %s', async (statement) => {
  await doing((tx) => book(tx, gift('test:kept')));
  await expect(doing((tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
    /never changed|permission denied/,
  );
});

test('one source is booked once, by whoever comes first', async () => {
  const booked = await Promise.all([1, 2, 3, 4].map(() => doing((tx) => book(tx, gift('test:once')))));
  expect(booked.filter((id) => id !== null)).toHaveLength(1);
});

test('what is taken back is taken back once, to the yen', async () => {
  const id = (await doing((tx) => book(tx, gift('test:back')))) ?? '';
  const back = { kind: 'correction', occurredOn: day('2026-11-25'), by } as const;
  const before = await readTrialBalance(db, 2026);
  const taken = await Promise.all([1, 2].map(() => doing((tx) => takeBack(tx, id, back))));
  expect(taken.filter((one) => one !== null)).toHaveLength(1);
  const after = await readTrialBalance(db, 2026);
  const stands = (balances: typeof before) => balances.find(({ account }) => account === 'bank')?.after ?? 0;
  expect(stands(before) - stands(after)).toBe(3000);
});

test('a trial balance begins income anew each fiscal year, and carries forward what is left', async () => {
  await doing((tx) => book(tx, gift('test:earlier', { occurredOn: day('2020-03-31') })));
  await doing((tx) => book(tx, gift('test:later', { occurredOn: day('2020-04-01') })));
  const balances = await readTrialBalance(db, 2020);
  const of = (account: string) => balances.find((one) => one.account === account);
  expect(of('bank')).toMatchObject({ before: 3000, debit: 3000, credit: 0, after: 6000 });
  expect(of('donations')).toMatchObject({ before: 0, debit: 0, credit: 3000, after: -3000 });
  expect(of('carried_forward')).toMatchObject({ before: -3000, after: -3000 });
  expect(balances.reduce((sum, { after }) => sum + after, 0)).toBe(0);
});

test('the ledger is read part by part, and no entry is missed or read twice', async () => {
  for (const at of Array.from({ length: 7 }).keys()) {
    await doing((tx) => book(tx, gift(`test:many:${at}`, { occurredOn: day(`2015-05-0${at + 1}`) })));
  }
  const read: string[] = [];
  let after: string | null = null;
  do {
    const part: Awaited<ReturnType<typeof listLedger>> = await listLedger(
      db,
      { fiscalYear: 2015 },
      { after, limit: 3 },
    );
    read.push(...part.rows.map(({ transactionId, line }) => `${transactionId} ${line}`));
    after = part.next;
  } while (after);
  expect(new Set(read).size).toBe(14);
  const cash = await listLedger(db, { account: 'cash' }, { after: null, limit: 3 });
  expect(cash.rows).toEqual([]);
});

test('a gift counts once, whatever tells of it and how often', async () => {
  const receiving = {
    source: 'charge:practice_1',
    donorId: null,
    fund: 'pairs',
    amount: 5000,
    channel: 'card',
    givenOn: day('2026-11-24'),
    receivedOn: day('2026-11-24'),
    providerCharge: 'practice_1',
    by,
  } as const;
  const received = await Promise.all([1, 2, 3].map(() => doing((tx) => receiveGift(tx, receiving))));
  expect(received.filter((id) => id !== null)).toHaveLength(1);
  const rows = await db.selectFrom('giving.gifts').select('amount_jpy').execute();
  expect(rows).toEqual([{ amount_jpy: 5000 }]);
});
