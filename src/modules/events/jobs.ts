import { inTransaction } from '../../platform/database/transaction.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { followClock } from './event/commands.ts';
import { listDue } from './store/events.ts';

/** Every few minutes: events begin and end, offers that nobody took go on, the last call goes out. Each in its own transaction. */
export const eventsClock: Task = {
  name: 'events-clock',
  cron: '*/5 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const id of await listDue(db, now)) await inTransaction(db, (tx) => followClock(tx, id, now));
  },
};
