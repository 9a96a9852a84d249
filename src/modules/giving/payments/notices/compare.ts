import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import type { Provider } from '../provider.ts';
import { keepComparison } from '../store/differences.ts';
import { compareCharge } from '../take-in/compare-charge.ts';
import { hearNotice, LOOK } from './hear.ts';

/** Looked back on each night: longer than the provider tries to deliver a notice. */
const DAYS = 4;

/**
 * Compares the provider's own lists of the last days with our books each night: what we were never told of is heard now, and
 * a charge that stands differently there is looked at anew. So a webhook that is not set up, or was down, loses no gift; what
 * differs after the look as well waits for the treasurer.
 */
export function compareTask(provider: Provider | null): Task {
  return {
    name: 'giving-compare-payments',
    cron: '40 17 * * *',
    async run(_payload, { db, clock }) {
      if (!provider) return;
      const now = clock();
      const span = { from: now.subtract({ hours: 24 * DAYS }), until: now };
      let unheard = 0;
      for await (const notice of provider.listNotices(span))
        if (await inTransaction(db, (tx) => hearNotice(tx, notice, now))) unheard++;
      let otherwise = 0;
      for await (const charge of provider.listCharges(span)) {
        const differs = await inTransaction(db, async (tx) => {
          if (!(await compareCharge(tx, charge, now))) return false;
          await addJob(tx, LOOK, { kind: 'charge', objectId: charge.id }, { key: `${LOOK}:${charge.id}` });
          return true;
        });
        if (differs) otherwise++;
      }
      await keepComparison(db, { at: now, unheard, otherwise });
    },
  };
}
