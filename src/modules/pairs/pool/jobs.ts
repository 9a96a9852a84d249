import type { Tx } from '../../../platform/database/connect.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { forEachByItself } from '../../../platform/jobs/each.ts';
import type { JobContext, Task } from '../../../platform/jobs/task.ts';
import type { OnApplication } from '../applications/doing.ts';
import { askWhether, expireWaiting } from './commands.ts';
import { listToAsk, listToExpire } from './store/silent.ts';

/** What the pool does by itself, in the morning of Japan: 23:30 UTC is 8:30. */
export const poolTasks: readonly Task[] = [
  { name: 'pairs-silence', cron: '30 23 * * *', run: (_payload, context) => lookAtSilence(context) },
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
