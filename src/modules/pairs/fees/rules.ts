import { accept, type Outcome, refuse } from '../../../platform/refusal.ts';
import type { Reduction } from './reductions.ts';
import type { FeeTable } from './setting.ts';

export type FeeKind = 'registration' | 'membership';
export type FeeState = 'due' | 'paid' | 'waived';

/** The table that holds on a day; the first where the day is before all. @param tables the earliest first */
export function tableOn(tables: readonly FeeTable[], day: Temporal.PlainDate): FeeTable {
  const held = tables.filter((table) => Temporal.PlainDate.compare(table.from_on, day) <= 0);
  const table = held.at(-1) ?? tables[0];
  if (!table) throw new Error('there is no table of fees');
  return table;
}

/** What is asked, in yen: in full, and of a class. Where each case is decided by itself, in full until it is. */
export function amountOf(
  table: FeeTable,
  kind: FeeKind,
  reduction: Reduction,
): { readonly full: number; readonly asked: number } {
  const full = table.full[kind];
  const asked = reduction === 'individual' ? full : table[reduction][kind];
  return { full, asked: Math.min(asked, full) };
}

/** Whether a fee can be booked as paid, or another amount be asked: while it is due. */
export function maySettle({ state }: { readonly state: FeeState }): Outcome<null> {
  return state === 'due' ? accept(null) : refuse('fee_is_settled_already');
}

/** Whether this amount can be asked in its place, in yen. */
export function mayAskInstead(
  fee: { readonly state: FeeState; readonly full: number },
  amount: number,
): Outcome<null> {
  const settled = maySettle(fee);
  if (!settled.ok) return settled;
  return amount <= fee.full ? accept(null) : refuse('amount_is_above_the_fee', { most: fee.full }, 'amount');
}
