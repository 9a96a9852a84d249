import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import type { GivingServices } from '../../services.ts';
import { doBatch, YEARLY_TASK } from './run.ts';

/** A job does so many batches and hands on: none takes as long as would look like a killed one. */
const BATCHES_A_JOB = 20;

export const receiptTasks = ({ publicUrl }: GivingServices): readonly Task[] => [
  {
    name: YEARLY_TASK,
    async run(payload, { db, clock }) {
      const { runId } = payload as { readonly runId: string };
      for (let batch = 1; batch <= BATCHES_A_JOB; batch++) {
        const goesOn = await inTransaction(db, async (tx) => {
          const more = await doBatch(tx, publicUrl, { runId, now: clock() });
          if (more && batch === BATCHES_A_JOB) await addJob(tx, YEARLY_TASK, { runId });
          return more;
        });
        if (!goesOn) return;
      }
    },
  },
];
