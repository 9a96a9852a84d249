import type { Database } from '../../../platform/database/connect.ts';
import { givingPaths } from '../paths.ts';
import { readBalanceOf } from './store/came-in.ts';

/** Something that may wait for the treasurer: each part of giving that has some adds one line to `WAITING`. */
interface Waiting {
  /** Its sentence: `waits_<what>`, with `{count}`. */
  readonly what: 'unexplained';
  /** How much is counted: things, or yen. */
  readonly unit: 'count' | 'yen';
  readonly href: string;
  /** Nothing waits: zero. */
  count(db: Database, now: Temporal.Instant): Promise<number>;
}

/** In the order in which they stand. */
const WAITING: readonly Waiting[] = [
  {
    what: 'unexplained',
    unit: 'yen',
    href: `${givingPaths.ledger()}?account=unexplained`,
    // A liability stands below zero.
    count: async (db) => -(await readBalanceOf(db, 'unexplained')),
  },
];

export type Waits = Omit<Waiting, 'count'> & { readonly count: number };

/** What waits for the treasurer now. */
export async function listWaiting(db: Database, now: Temporal.Instant): Promise<Waits[]> {
  const found: Waits[] = [];
  for (const waiting of WAITING) {
    const count = await waiting.count(db, now);
    if (count !== 0) found.push({ ...waiting, count });
  }
  return found;
}
