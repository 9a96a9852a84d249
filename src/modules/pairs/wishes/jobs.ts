import type { Task } from '../../../platform/jobs/task.ts';
import { tellMutual } from './commands.ts';

/** At six in the evening, once a day. */
export const wishTasks: readonly Task[] = [
  {
    name: 'pairs-tell-mutual-wishes',
    cron: '0 9 * * *',
    async run(_payload, { db, clock }) {
      await tellMutual(db, clock());
    },
  },
];
