import type { Account, By, Fund, TransactionKind } from '../types.ts';

/** One side of a transaction: whole yen, debit above zero and credit below. */
export interface Entry {
  readonly account: Account;
  readonly fund: Fund;
  readonly amount: number;
}

export interface Booking {
  readonly kind: TransactionKind;
  /** The day in Japan in whose fiscal year it counts. */
  readonly occurredOn: Temporal.PlainDate;
  /** What it comes of, such as `charge:ch_1`: booked once, whoever hears of it again. */
  readonly source: string;
  /** Two at least, which come to nothing together: the database sees to it when the transaction is committed. */
  readonly entries: readonly Entry[];
  /** The one that it takes back. */
  readonly reverses?: string;
  readonly memo?: string | undefined;
  readonly by: By;
}
