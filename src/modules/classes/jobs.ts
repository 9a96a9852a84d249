import { inTransaction } from '../../platform/database/transaction.ts';
import type { Task } from '../../platform/jobs/task.ts';
import { lapseCommitment } from './helping/commands.ts';
import { followClock } from './sessions/commands.ts';
import { listUnanswered } from './store/commitments.ts';
import { listSessionsAhead } from './store/sessions.ts';

/** What one run looks at; the rest five minutes later. */
const AT_ONCE = 200;

/** Every few minutes: who did not answer is passed over, offers go on, what ran out is looked at, sessions begin and end. Each in its own transaction. */
export const classesClock: Task = {
  name: 'classes-clock',
  cron: '*/5 * * * *',
  async run(_, { db, clock }) {
    const now = clock();
    for (const commitmentId of await listUnanswered(db, now, AT_ONCE))
      await inTransaction(db, (tx) =>
        lapseCommitment(tx, { commitmentId, as: 'house', byPersonId: null, now }),
      );
    for (const { id } of await listSessionsAhead(db, ['open', 'under_way'], AT_ONCE))
      await inTransaction(db, (tx) => followClock(tx, id, now));
  },
};
