import { sql } from 'kysely';
import type { Database, Tx } from '../../../../platform/database/connect.ts';
import { sealedColumn } from '../../../../platform/sealed/column.ts';
import type { Account, Fund } from '../../types.ts';
import type { Booking, Entry } from '../types.ts';
import { firstOpenFrom } from './closing.ts';

const memos = sealedColumn('giving.memos.words');

/** @returns the new one's id, or null where its source is booked already */
export async function insertTransaction(tx: Tx, booking: Booking): Promise<string | null> {
  const { by, memo } = booking;
  const written = await tx
    .insertInto('giving.transactions')
    .values({
      kind: booking.kind,
      occurred_on: firstOpenFrom(booking.occurredOn),
      recorded_at: by.now,
      recorded_by: by.personId,
      source: booking.source,
      reverses: booking.reverses ?? null,
    })
    .onConflict((conflict) => conflict.column('source').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return null;
  const { id } = written;
  await insertEntries(tx, id, booking.entries);
  if (memo)
    await tx
      .insertInto('giving.memos')
      .values({ transaction_id: id, words: memos.seal(tx, id, memo), written_at: by.now })
      .execute();
  return id;
}

async function insertEntries(tx: Tx, transactionId: string, entries: readonly Entry[]): Promise<void> {
  const rows = entries.map(({ account, fund, amount }, at) => ({
    transaction_id: transactionId,
    line: at + 1,
    account_id: account,
    fund_id: fund,
    amount_jpy: amount,
  }));
  // None: the database refuses the transaction when it is committed.
  if (rows.length > 0) await tx.insertInto('giving.entries').values(rows).execute();
}

/** What a transaction moved, in the order in which it was written. */
export async function listEntriesOf(db: Database, transactionId: string): Promise<Entry[]> {
  const rows = await db
    .selectFrom('giving.entries')
    .select(['account_id', 'fund_id', 'amount_jpy'])
    .where('transaction_id', '=', transactionId)
    .orderBy('line')
    .execute();
  return rows.map((row) => ({
    account: row.account_id as Account,
    fund: row.fund_id as Fund,
    amount: row.amount_jpy,
  }));
}

/** The transaction that comes of a source. @returns null where none is booked */
export async function findTransactionId(db: Database, source: string): Promise<string | null> {
  const row = await db
    .selectFrom('giving.transactions')
    .select('id')
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** What each fund has in an account. */
export async function listBalances(db: Database, account: Account): Promise<ReadonlyMap<Fund, number>> {
  const { rows } = await sql<{ fund: Fund; balance: number }>`
    select fund_id as fund, sum(debit_jpy - credit_jpy)::bigint as balance from giving.sums
    where account_id = ${account} group by fund_id`.execute(db);
  return new Map(rows.map(({ fund, balance }) => [fund, balance]));
}
