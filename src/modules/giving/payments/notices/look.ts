import { inTransaction } from '../../../../platform/database/transaction.ts';
import { addJob } from '../../../../platform/jobs/add-job.ts';
import type { JobContext, Task } from '../../../../platform/jobs/task.ts';
import type { Notice, Provider } from '../provider.ts';
import { beginLook, claimObject, listLeft, markDone } from '../store/notices.ts';
import { takeIn } from '../take-in/take-in.ts';
import { LOOK } from './hear.ts';

/**
 * Looks up what the provider told of and takes it into our books: ledger, gift, events and mails in one transaction. Late,
 * twice, in any order and after a crash it comes to the same, since what counts is the thing as it is now, and each yen has a
 * source that is booked once.
 */
export function lookTask(provider: Provider | null): Task {
  return {
    name: LOOK,
    async run(payload, context) {
      if (provider) await lookAndTakeIn(provider, payload as Pick<Notice, 'kind' | 'objectId'>, context);
    },
  };
}

export async function lookAndTakeIn(
  provider: Provider,
  at: Pick<Notice, 'kind' | 'objectId'>,
  { db, clock }: Pick<JobContext, 'db' | 'clock'>,
): Promise<void> {
  const { look, notices } = await beginLook(db, at.objectId);
  const happening = await provider.look(at);
  const now = clock();
  await inTransaction(db, async (tx) => {
    if (await claimObject(tx, { objectId: at.objectId, look, now })) await takeIn(tx, happening, now);
    await markDone(tx, notices, now);
  });
}

/** A job may be lost or give up: what was told of and is not taken in after a quarter of an hour is looked up anew. */
export const lookLeftTask: Task = {
  name: 'giving-look-left',
  cron: '*/15 * * * *',
  async run(_payload, { db, clock }) {
    const left = await listLeft(db, clock().subtract({ minutes: 15 }));
    await inTransaction(db, async (tx) => {
      for (const at of left) await addJob(tx, LOOK, at, { key: `${LOOK}:${at.objectId}` });
    });
  },
};
