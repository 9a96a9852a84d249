import type { Database } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { Task } from '../../../platform/jobs/task.ts';
import { dayInJapan } from '../../people/index.ts';
import type { GivingServices } from '../services.ts';
import { cancelPromise, resumePromise } from './acts.ts';
import { follow, note } from './doing.ts';
import { followTask } from './follow.ts';
import { ANNOUNCED_DAYS } from './limits.ts';
import { mailTask } from './mail/task.ts';
import { yearToSumUp } from './rules.ts';
import { listNeverBegun, listPausesOver, listToSumUp, listUntold } from './store/due.ts';
import { lockPromise } from './store/promises.ts';

/** What the house does to promises by itself; whoever was quicker has it their way. */
async function settleDue(db: Database, now: Temporal.Instant): Promise<void> {
  const doer = { party: 'house', personId: null, now } as const;
  await forEachByItself(await listPausesOver(db, dayInJapan(now)), (promiseId) =>
    inTransaction(db, (tx) => resumePromise(tx, { promiseId, doer })),
  );
  const before = now.subtract({ hours: ANNOUNCED_DAYS * 24 });
  await forEachByItself(await listNeverBegun(db, before), (promiseId) =>
    inTransaction(db, async (tx) => {
      const promise = await lockPromise(tx, promiseId);
      if (promise?.state === 'announced') await cancelPromise(tx, { promiseId, doer });
    }),
  );
}

/** Says again to the provider what it was told in vain. */
async function tellAgain(db: Database, now: Temporal.Instant): Promise<void> {
  await forEachByItself(await listUntold(db, now.subtract({ minutes: 10 })), (promiseId) =>
    inTransaction(db, (tx) => follow(tx, promiseId)),
  );
}

/** In January each donor with a monthly gift gets one mail with what came in last year. */
async function sumUp(db: Database, now: Temporal.Instant): Promise<void> {
  const year = yearToSumUp(dayInJapan(now));
  if (year === null) return;
  const on = { doer: { party: 'house', personId: null, now }, once: `year:${year}` } as const;
  await forEachByItself(await listToSumUp(db, year), (promiseId) =>
    inTransaction(db, async (tx) => {
      const promise = await lockPromise(tx, promiseId);
      if (!promise) return;
      const { state } = promise;
      await note(tx, { promise, act: 'sum_up', from: state, to: state, on }, 'donor');
    }),
  );
}

/** Times of cron lines are UTC: 1:05 is 10:05 in Japan. */
export const promiseTasks = (services: GivingServices): readonly Task[] => [
  followTask(services),
  mailTask(services),
  {
    name: 'giving-promises-due',
    cron: '20 * * * *',
    run: (_, { db, clock }) => settleDue(db, clock()),
  },
  {
    name: 'giving-promises-untold',
    cron: '50 * * * *',
    run: (_, { db, clock }) => tellAgain(db, clock()),
  },
  {
    // A week into the year, when what was charged in December has come in; every day, so that a day without us is made up for.
    name: 'giving-promises-sum-up',
    cron: '5 1 8-31 1 *',
    run: (_, { db, clock }) => sumUp(db, clock()),
  },
];
