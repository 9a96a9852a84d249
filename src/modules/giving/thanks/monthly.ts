import type { Tx } from '../../../platform/database/connect.ts';
import { makeTokens } from '../../../platform/sealed/tokens.ts';
import { findPromiseKept } from '../promises/store/lists.ts';
import { promisePath } from '../promises/token.ts';
import type { GivingServices } from '../services.ts';

/** What a mail of thanks says of the promise that a gift keeps. */
export interface Monthly {
  /** Nothing came in for it before: the mail says once more that it goes on every month until its giver stops. */
  readonly isFirst: boolean;
  /** Our path, sealed, by which its giver changes or stops it without signing in. */
  readonly path: string;
}

export type MonthlyOf = (tx: Tx, giftId: string, now: Temporal.Instant) => Promise<Monthly | null>;

/** The promise that a gift keeps; null for one that was given once, and where the promise is stopped by now. */
export function monthlyOf({ secret }: Pick<GivingServices, 'secret'>): MonthlyOf {
  const keys = makeTokens(secret);
  return async (tx, giftId, now) => {
    const kept = await findPromiseKept(tx, giftId);
    return kept && { isFirst: kept.isFirst, path: promisePath(keys, kept.promiseId, now) };
  };
}
