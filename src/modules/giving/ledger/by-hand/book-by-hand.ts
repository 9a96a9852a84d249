import type { Tx } from '../../../../platform/database/connect.ts';
import { accept, type Outcome, refuse } from '../../../../platform/refusal.ts';
import { dayInJapan } from '../../../people/index.ts';
import type { Account, By, Fund } from '../../types.ts';
import { book, moved, takeBack } from '../book.ts';
import { mayBookOn } from '../open-day.ts';
import { isByHand } from '../store/booked.ts';
import { type HandKind, mayMove } from './ways.ts';

/** What somebody writes down of money that moved. */
export interface Written {
  readonly kind: HandKind;
  readonly occurredOn: Temporal.PlainDate;
  readonly amount: number;
  readonly fund: Fund;
  readonly from: Account;
  readonly to: Account;
  readonly memo: string;
}

/**
 * Books what somebody has written down. Refuses accounts that do not go together, and a day to come or closed.
 * @returns the transaction; null where its source is booked already
 */
export async function bookByHand(
  tx: Tx,
  { amount, fund, from, to, ...written }: Written,
  { source, by }: { readonly source: string; readonly by: By },
): Promise<Outcome<string | null>> {
  const may = mayMove(written.kind, { from, to });
  if (!may.ok) return may;
  const open = await mayBookOn(tx, written.occurredOn, { now: by.now, field: 'occurredOn' });
  if (!open.ok) return open;
  return accept(await book(tx, { ...written, source, entries: moved(amount, fund, { from, to }), by }));
}

/** Takes a transaction back, today. Refuses one that nobody booked by hand, and one that is taken back already. */
export async function reverse(
  tx: Tx,
  id: string,
  { reason, by }: { readonly reason: string; readonly by: By },
): Promise<Outcome<null>> {
  if (!(await isByHand(tx, id))) return refuse('transaction_is_not_by_hand');
  const back = { kind: 'correction', occurredOn: dayInJapan(by.now), memo: reason, by } as const;
  return (await takeBack(tx, id, back)) === null ? refuse('transaction_is_taken_back') : accept(null);
}
