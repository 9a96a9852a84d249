import type { Database, Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import { listDue } from '../months/store/running.ts';
import { lockPair } from '../pair/store.ts';
import { deliver } from './close-pair.ts';
import { completePair } from './end-pair.ts';
import { overLongEnough } from './rules/delivery.ts';
import { listUndelivered } from './store/closures.ts';

/** Completes pairs whose six months are over. Done twice, it does nothing. */
export async function completeDue(db: Database, now: Temporal.Instant): Promise<void> {
  const doer = { personId: null, party: 'house', now } as const;
  await forEachByItself(await listDue(db, dayInJapan(now)), (pairId) =>
    // Somebody may have ended it since the list was read: then there is nothing to complete.
    inTransaction(db, (tx) => completePair(tx, { pairId, doer })),
  );
}

/** Brings last pages that have waited long enough for those of the other. Done twice, it does nothing. */
export async function deliverWaiting(db: Database, now: Temporal.Instant): Promise<void> {
  const bring = async (tx: Tx, pairId: string) => {
    const pair = await lockPair(tx, pairId);
    if (pair) await deliver(tx, pair, now);
  };
  await forEachByItself(await listUndelivered(db, overLongEnough(now)), (pairId) =>
    inTransaction(db, (tx) => bring(tx, pairId)),
  );
}

/** What the program does for pairs at their end by itself. */
export const closingTasks: readonly Task[] = [
  {
    name: 'pairs-complete',
    cron: '5 * * * *',
    run: async (_, { db, clock }) => {
      await completeDue(db, clock());
      await deliverWaiting(db, clock());
    },
  },
];
