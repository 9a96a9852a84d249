import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { runAs } from '../../../../test/support/clusters.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { chanceFrom } from '../../../platform/parts/chance.ts';
import { ACCOUNTS, FUNDS } from '../types.ts';
import { book, bookAll, moved, takeBack } from './book.ts';
import { listBalances } from './store/write.ts';
import type { Booking } from './types.ts';

const { db, ownerUrl } = await testDatabase();
const by = { personId: null, now: Temporal.Instant.from('2026-11-24T09:00:00+09:00') };
const day = (text: string) => Temporal.PlainDate.from(text);

/** Where what is kept is not the sum of the entries, by account, fund and month. */
async function differences(): Promise<unknown[]> {
  const { rows } = await sql`
    with kept as (
      select account_id, fund_id, month, sum(debit_jpy) as debit, sum(credit_jpy) as credit
      from giving.sums group by 1, 2, 3
    ), whole as (
      select account_id, fund_id, occurred_on - extract(day from occurred_on)::int + 1 as month,
        coalesce(sum(amount_jpy) filter (where amount_jpy > 0), 0) as debit,
        coalesce(sum(-amount_jpy) filter (where amount_jpy < 0), 0) as credit
      from giving.entries join giving.transactions on id = transaction_id group by 1, 2, 3
    )
    select * from kept full join whole using (account_id, fund_id, month)
    where (kept.debit, kept.credit) is distinct from (whole.debit, whole.credit)`.execute(db);
  return rows;
}
const countSums = async () => (await db.selectFrom('giving.sums').select('id').execute()).length;
const transfer = (source: string, more: Partial<Booking> = {}): Booking => ({
  kind: 'transfer',
  occurredOn: day('2026-11-24'),
  source,
  entries: moved(3000, 'general', { from: 'bank', to: 'cash' }),
  by,
  ...more,
});

test('are those of the entries, however many book at once, one by one, in hundreds, in vain and back again', async () => {
  const chance = chanceFrom('sums');
  const some = (source: string): Booking => {
    const way = { from: chance.pick(ACCOUNTS), to: chance.pick(ACCOUNTS) };
    const occurredOn = day('2026-01-31').add({ days: chance.below(90) });
    const entries = moved(1 + chance.below(1_000_000), chance.pick(FUNDS), way);
    return transfer(source, { occurredOn, entries });
  };
  const rival = async (who: number) => {
    for (let at = 0; at < 6; at++) {
      const source = (part: number) => `test:${who}:${at}:${part}`;
      const many = Array.from({ length: 40 }, (_, part) => some(source(part)));
      const last = some(source(40));
      const isInVain = chance.below(4) === 0;
      const work = inTransaction(db, async (tx) => {
        await bookAll(tx, many);
        const id = (await book(tx, last)) ?? '';
        await takeBack(tx, id, { kind: 'correction', occurredOn: day('2026-05-02'), by });
        if (isInVain) throw new RangeError('in vain');
      });
      await (isInVain ? expect(work).rejects.toThrow('in vain') : work);
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, who) => rival(who)));
  expect(await countSums()).toBeGreaterThan(100);
  expect(await differences()).toEqual([]);
});

test('let nobody wait who books in the same accounts while another does', async () => {
  await inTransaction(db, (tx) => book(tx, transfer('test:first')));
  await inTransaction(db, async (tx) => {
    await book(tx, transfer('test:slow'));
    await inTransaction(db, (other) => book(other, transfer('test:quick')));
    // What is not committed is in the sums of its own transaction, and in nobody else's.
    const here = (await listBalances(tx, 'cash')).get('general') ?? 0;
    expect(here - ((await listBalances(db, 'cash')).get('general') ?? 0)).toBe(3000);
  });
  expect(await differences()).toEqual([]);
  const rows = await countSums();
  await inTransaction(db, (tx) => book(tx, transfer('test:later')));
  expect(await countSums()).toBe(rows);
});

test.each(['update giving.sums set debit_jpy = 0', 'delete from giving.sums', 'truncate giving.sums'])(
  'are written by nobody but the entries: %s',
  async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(/permission denied/);
  },
);

test('hold what was booked before there were any', async () => {
  const step = readFileSync('db/migrations/0935_giving_sums.sql', 'utf8');
  const [filling = ''] = /^insert into giving\.sums[^;]+;/m.exec(step) ?? [];
  await runAs(ownerUrl, 'truncate giving.sums');
  expect((await differences()).length).toBeGreaterThan(0);
  await runAs(ownerUrl, filling);
  expect(await differences()).toEqual([]);
});
