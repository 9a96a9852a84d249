import type { Database } from '../../../../platform/database/connect.ts';
import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { findTransactionId } from '../../ledger/store/write.ts';
import type { ChargeFacts, Provider } from '../provider.ts';
import { hearNotice, LOOK } from './hear.ts';

/** Looked back on each night: longer than the provider tries to deliver a notice. */
const DAYS = 4;

/**
 * Compares the provider's own lists of the last days with our books each night: what we were never told of is heard now, and
 * a charge that stands differently there is looked at anew. So a webhook that is not set up, or was down, loses no gift.
 */
export function compareTask(provider: Provider | null): Task {
  return {
    name: 'giving-compare-payments',
    cron: '40 17 * * *',
    async run(_payload, { db, clock }) {
      if (!provider) return;
      const now = clock();
      const span = { from: now.subtract({ hours: 24 * DAYS }), until: now };
      for await (const notice of provider.listNotices(span))
        await inTransaction(db, (tx) => hearNotice(tx, notice, now));
      for await (const charge of provider.listCharges(span))
        if (await standsOtherwise(db, charge))
          await inTransaction(db, (tx) =>
            addJob(tx, LOOK, { kind: 'charge', objectId: charge.id }, { key: `${LOOK}:${charge.id}` }),
          );
    },
  };
}

/** It is not in our books, its fee is not, or money went back of which they may not know. */
async function standsOtherwise(db: Database, { id, fee, refunds, dispute }: ChargeFacts): Promise<boolean> {
  if (refunds.length > 0 || dispute) return true;
  const sources = [`charge:${id}`, ...(fee ? [`fee:${id}`] : [])];
  const booked = await Promise.all(sources.map((source) => findTransactionId(db, source)));
  return booked.includes(null);
}
