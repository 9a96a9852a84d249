import { inTransaction } from '../../../../platform/database/transaction.ts';
import type { Task } from '../../../../platform/jobs/task.ts';
import { LATE_AFTER } from '../door/rules/hours.ts';
import { publish } from '../events.ts';
import { listNotFetched } from '../store/still-here.ts';

/** Every few minutes: a child who is still here after the end is told of, to family and coordinators, once for a day. */
export const notFetchedAlarm: Task = {
  name: 'classes-not-fetched',
  cron: '*/5 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const ids of await listNotFetched(db, { lateFrom: now.subtract(LATE_AFTER), now }))
      await inTransaction(db, (tx) =>
        publish(tx, {
          type: 'classes.child.not_fetched',
          ids,
          id: `classes.child.not_fetched ${ids.sessionId} ${ids.childId}`,
          live: ['desk'],
        }),
      );
  },
};
