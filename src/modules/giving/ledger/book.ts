import type { Tx } from '../../../platform/database/connect.ts';
import type { Account, Fund } from '../types.ts';
import { insertTransaction, listEntriesOf } from './store/write.ts';
import { insertTransactions } from './store/write-many.ts';
import type { Booking, Entry } from './types.ts';

/**
 * Writes a transaction of the ledger: for good, nothing of it can be changed. One of a day that is closed stands on the first
 * open day: what comes in late is not lost, and no closed month changes.
 * @returns its id, or null when its source is booked already
 */
export function book(tx: Tx, booking: Booking): Promise<string | null> {
  return insertTransaction(tx, booking);
}

/** The same for many at once, none of which is booked yet. @returns their ids, in this order */
export function bookAll(tx: Tx, bookings: readonly Booking[]): Promise<string[]> {
  return insertTransactions(tx, bookings);
}

/** Money that moves from one account to another within a fund: `from` is credited, `to` debited. */
export function moved(amount: number, fund: Fund, { from, to }: Record<'from' | 'to', Account>): Entry[] {
  return [
    { account: to, fund, amount },
    { account: from, fund, amount: -amount },
  ];
}

/**
 * Money among what is unexplained turns out to have come from an account, within a fund. What is unexplained is of no
 * purpose yet, so that the money in the bank goes over to that fund with it.
 */
export function explained(amount: number, fund: Fund, from: Account): Entry[] {
  const entries: Entry[] = [
    { account: 'unexplained', fund: 'general', amount },
    { account: from, fund, amount: -amount },
  ];
  if (fund !== 'general')
    entries.push({ account: 'bank', fund, amount }, { account: 'bank', fund: 'general', amount: -amount });
  return entries;
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
