import type { Tx } from '../../../platform/database/connect.ts';
import type { Account, Fund } from '../types.ts';
import { insertTransaction, listEntriesOf } from './store/write.ts';
import type { Booking, Entry } from './types.ts';

/**
 * Writes a transaction of the ledger: for good, nothing of it can be changed. One of a day that is closed stands on the first
 * open day: what comes in late is not lost, and no closed month changes.
 * @returns its id, or null when its source is booked already
 */
export function book(tx: Tx, booking: Booking): Promise<string | null> {
  return insertTransaction(tx, booking);
}

/** Money that moves from one account to another within a fund: `from` is credited, `to` debited. */
export function moved(amount: number, fund: Fund, { from, to }: Record<'from' | 'to', Account>): Entry[] {
  return [
    { account: to, fund, amount },
    { account: from, fund, amount: -amount },
  ];
}

/**
 * Takes a transaction back by its mirror image, on another day.
 * @returns the new one's id, or null when it is taken back already or does not exist
 */
export async function takeBack(
  tx: Tx,
  id: string,
  back: Pick<Booking, 'occurredOn' | 'memo' | 'by'> & {
    readonly kind: 'refund' | 'charge_back' | 'correction';
  },
): Promise<string | null> {
  const entries = await listEntriesOf(tx, id);
  if (entries.length === 0) return null;
  const mirrored = entries.map((entry) => ({ ...entry, amount: -entry.amount }));
  // Its source is the same whatever the reason: what was taken back is not taken back again.
  return book(tx, { ...back, source: `back:${id}`, reverses: id, entries: mirrored });
}
