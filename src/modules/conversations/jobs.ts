import type { Task } from '../../platform/jobs/worker.ts';
import { deletionBoundary } from './rules.ts';
import { deleteMessagesOfThreadsClosedBefore } from './store.ts';

/** What the program does for conversations by itself. */
export const tasks: readonly Task[] = [
  {
    name: 'conversations-forget-closed',
    cron: '10 18 * * *',
    async run(_payload, { db, clock }) {
      await deleteMessagesOfThreadsClosedBefore(db, deletionBoundary(clock()));
    },
  },
];
