import type { Tx } from '../../../../platform/database/connect.ts';
import type { Booking } from '../types.ts';
import { firstOpenFrom } from './closing.ts';

/** So many transactions go by one statement: with their entries, far below what a statement may hold. */
const AT_ONCE = 1_000;

/**
 * Writes transactions, many by one statement. They have no memos.
 * @returns their ids, in this order
 * @throws where a source is booked already
 */
export async function insertTransactions(tx: Tx, bookings: readonly Booking[]): Promise<string[]> {
  const ids = bookings.map(() => crypto.randomUUID());
  for (let from = 0; from < bookings.length; from += AT_ONCE) {
    const part = bookings.slice(from, from + AT_ONCE);
    const idOf = (at: number) => ids[from + at] ?? '';
    await tx
      .insertInto('giving.transactions')
      .values(
        part.map(({ kind, occurredOn, source, reverses, by }, at) => ({
          id: idOf(at),
          kind,
          occurred_on: firstOpenFrom(occurredOn),
          recorded_at: by.now,
          recorded_by: by.personId,
          source,
          reverses: reverses ?? null,
        })),
      )
      .execute();
    await tx
      .insertInto('giving.entries')
      .values(
        part.flatMap(({ entries }, at) =>
          entries.map(({ account, fund, amount }, line) => ({
            transaction_id: idOf(at),
            line: line + 1,
            account_id: account,
            fund_id: fund,
            amount_jpy: amount,
          })),
        ),
      )
      .execute();
  }
  return ids;
}
