import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import type { OnApplication } from '../applications/doing.ts';
import { askWhether, expireWaiting } from './commands.ts';
import { COUNT_TASK, countChances } from './counting.ts';
import { listToAsk, listToExpire } from './store/silent.ts';

/** What the pool does by itself. */
export const poolTasks: readonly Task[] = [
  // In the morning of Japan: 23:30 UTC is 8:30.
  { name: 'pairs-silence', cron: '30 23 * * *', run: (_payload, context) => lookAtSilence(context) },
  { name: COUNT_TASK, cron: '*/5 * * * *', run: (_payload, context) => countChances(context) },
];

/** Asks who has long said nothing, and ends the wait of who has not answered; nobody while a proposal or pair lives. */
async function lookAtSilence({ db, clock }: JobContext): Promise<void> {
  const now = clock();
  const doer = { personId: null, party: 'house', now } as const;
  const each = (ids: readonly string[], act: (tx: Tx, on: OnApplication) => Promise<unknown>) =>
    forEachByItself(ids, (applicationId) => inTransaction(db, (tx) => act(tx, { applicationId, doer })));
  await each(await listToExpire(db, now), expireWaiting);
  await each(await listToAsk(db, now), askWhether);
}
