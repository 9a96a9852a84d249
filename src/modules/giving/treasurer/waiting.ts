import type { Database } from '../../../platform/database/connect.ts';
import { countWaiting } from '../bank/store/lines.ts';
import { countPairs } from '../donors/store/pairs.ts';
import { givingPaths } from '../paths.ts';
import { findRest } from '../payments/store/card-rests.ts';
import { countDifferences } from '../payments/store/differences.ts';
import { countLeft } from '../payments/store/notices.ts';
import { listUntold } from '../promises/store/due.ts';
import { countPassing } from '../promises/store/lists.ts';
import { countGiftsLeft } from '../receipts/store/gifts.ts';
import { countToPost } from '../receipts/store/lists.ts';
import { countToThank } from '../thanks/store.ts';
import { readBalanceOf } from './store/balance.ts';
import { countOpenRefunds } from './store/refunds.ts';

/** Something that may wait for the treasurer: each part of giving that has some adds one line to `WAITING`. */
interface Waiting {
  /** Its sentence: `waits_<what>`, with `{count}`. */
  readonly what:
    | 'bank_lines'
    | 'card_failed'
    | 'payments_differ'
    | 'cards_rest'
    | 'payments_left'
    | 'promises_untold'
    | 'receipts_left'
    | 'donors_alike'
    | 'receipts_to_post'
    | 'refunds'
    | 'thanks'
    | 'unexplained'
    | 'with_programs';
  /** How much is counted: things, or yen. */
  readonly unit: 'count' | 'yen';
  readonly href: string;
  /** Nothing waits: zero. */
  count(db: Database, now: Temporal.Instant): Promise<number>;
}

/** In the order in which they stand. */
const WAITING: readonly Waiting[] = [
  {
    what: 'bank_lines',
    unit: 'count',
    href: givingPaths.bankQueue(),
    count: async (db) => (await countWaiting(db)).values().reduce((sum, { count }) => sum + count, 0),
  },
  {
    what: 'unexplained',
    unit: 'yen',
    href: `${givingPaths.ledger()}?account=unexplained`,
    // A liability stands below zero.
    count: async (db) => -(await readBalanceOf(db, 'unexplained')),
  },
  {
    what: 'cards_rest',
    unit: 'count',
    href: givingPaths.cards(),
    count: async (db) => (await findRest(db))?.failed ?? 0,
  },
  {
    what: 'with_programs',
    unit: 'yen',
    href: `${givingPaths.ledger()}?account=with_programs`,
    count: (db) => readBalanceOf(db, 'with_programs'),
  },
  {
    what: 'card_failed',
    unit: 'count',
    href: `${givingPaths.booksPromises()}?state=card_failed`,
    count: async (db) => (await countPassing(db))['card_failed'] ?? 0,
  },
  {
    what: 'promises_untold',
    unit: 'count',
    href: givingPaths.booksPromises(),
    // Longer than it is tried again by itself.
    count: async (db, now) => (await listUntold(db, now.subtract({ hours: 2 }))).length,
  },
  { what: 'thanks', unit: 'count', href: givingPaths.thanks(), count: countToThank },
  {
    what: 'payments_left',
    unit: 'count',
    href: givingPaths.payments(),
    count: (db, now) => countLeft(db, now.subtract({ hours: 1 })),
  },
  {
    what: 'payments_differ',
    unit: 'count',
    href: givingPaths.payments(),
    count: countDifferences,
  },
  { what: 'refunds', unit: 'count', href: givingPaths.refunds(), count: countOpenRefunds },
  { what: 'receipts_to_post', unit: 'count', href: givingPaths.receiptsToPost(), count: countToPost },
  { what: 'donors_alike', unit: 'count', href: givingPaths.donorsAlike(), count: countPairs },
  { what: 'receipts_left', unit: 'count', href: givingPaths.receiptsWaiting(), count: countGiftsLeft },
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
