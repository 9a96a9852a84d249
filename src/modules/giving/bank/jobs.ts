import type { Task } from '../../../platform/jobs/task.ts';
import { keepNameKeys } from './store/name-keys.ts';

/** What the bank's part does by itself: names that are new can be found by what is like them. */
export const bankTasks: readonly Task[] = [
  {
    name: 'giving-name-keys',
    cron: '*/5 * * * *',
    async run(_, { db }) {
      while (await keepNameKeys(db));
    },
  },
];
