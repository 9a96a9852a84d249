import type { Tx } from '../../../platform/database/connect.ts';

/** What a mail of thanks says of the promise that a gift keeps. */
export interface Monthly {
  /** Nothing came in for it before: the mail says once more that it goes on every month until its giver stops. */
  readonly isFirst: boolean;
  /** Our path, sealed, by which its giver changes or stops it without signing in. */
  readonly path: string;
}

export type MonthlyOf = (tx: Tx, giftId: string, now: Temporal.Instant) => Promise<Monthly | null>;

/** The promise that a gift keeps; null for one that was given once. Nobody can promise yet. */
export const monthlyOf: MonthlyOf = async () => null;
