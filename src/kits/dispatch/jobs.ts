import { z } from 'zod';
import { epochDay } from '../../matching/dispatch/times.ts';
import { inTransaction } from '../../platform/database/transaction.ts';
import { addJob } from '../../platform/jobs/add-job.ts';
import type { JobContext, Task } from '../../platform/jobs/task.ts';
import { followChanges, renewCopies } from './keep-true.ts';
import { noteRenewal } from './store/write.ts';
import type { Volunteers } from './volunteers.ts';

const RENEW = 'spot-renew-dispatch';
/** Transactions of one job before it leaves the rest to the next: a job is to be done within five minutes. */
const MOST_AT_ONCE = 100;

/** Where a renewal has got to; the first job of a night knows neither. */
const Progress = z.object({ after: z.uuid().nullable().default(null), day: z.int().optional() });

/** What keeps the copies for dispatch true. Times of cron lines are UTC: 15:05 is five past midnight in Japan. */
export function dispatchTasks(volunteers: Volunteers): readonly Task[] {
  return [
    {
      name: 'spot-follow-dispatch-changes',
      cron: '* * * * *',
      async run(_, { db, clock, log }) {
        for (let done = 0; done < MOST_AT_ONCE; done++) {
          if ((await followChanges(db, volunteers, { now: clock(), log })) === 0) return;
        }
      },
    },
    { name: RENEW, cron: '5 15 * * *', run: (payload, context) => renew(volunteers, payload, context) },
  ];
}

async function renew(
  volunteers: Volunteers,
  payload: unknown,
  { db, clock, log }: JobContext,
): Promise<void> {
  const progress = Progress.parse(payload);
  const day = progress.day ?? epochDay(clock(), await volunteers.timeZoneOf(db));
  let { after } = progress;
  for (let done = 0; done < MOST_AT_ONCE; done++) {
    after = await renewCopies(db, volunteers, { after, now: clock(), log });
    if (after === null) return noteRenewal(db, day);
  }
  await inTransaction(db, (tx) => addJob(tx, RENEW, { after, day }));
}
