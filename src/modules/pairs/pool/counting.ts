import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { addJob } from '../../../platform/jobs/add-job.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { JobContext } from '../../../platform/jobs/task.ts';
import { tellPages } from '../../../platform/live/tell-pages.ts';
import { listInPool } from '../applications/store.ts';
import { WEIGHTS } from '../rounds/solving/weights.ts';
import { poolOf } from './parties.ts';
import { chancesOf } from './shortening.ts';
import { keepCounted, listToCount } from './store/chances.ts';

export const COUNT_TASK = 'pairs-count-chances';

/** What is older is counted anew: people come to the pool and leave it every day. */
const LASTS = { hours: 24 };
/** Some forty milliseconds each where 1,500 volunteers wait. */
const MOST_AT_ONCE = 500;

/** Counts soon: somebody has just changed what they are paired by. */
export const countSoon = (tx: Tx): Promise<void> => addJob(tx, COUNT_TASK, {}, { key: COUNT_TASK });

/** Counts for residents who wait what the engine finds for them: every volunteer's application is opened once for all of them, and none where nobody is due. */
export async function countChances({ db, clock }: Pick<JobContext, 'db' | 'clock'>): Promise<void> {
  const countedAt = clock();
  const due = await listToCount(db, { before: countedAt.subtract(LASTS), most: MOST_AT_ONCE });
  const [weights] = WEIGHTS;
  if (due.length === 0 || !weights) return;
  const pool = await poolOf(db, [...due, ...(await listInPool(db, 'volunteer'))], countedAt);
  const residents = new Map(pool.residents.map((one) => [one.id, one]));
  await forEachByItself(due, (application) => {
    const resident = residents.get(application.id);
    const chances = resident ? chancesOf(resident, pool, weights) : null;
    return inTransaction(db, async (tx) => {
      await keepCounted(tx, application, { chances, countedAt });
      await tellPages(tx, [`person:${application.personId}`]);
    });
  });
}
