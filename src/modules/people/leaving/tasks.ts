import type { Task } from '../../../platform/jobs/task.ts';
import type { PersonalDataMap } from '../../../platform/personal-data.ts';
import { eraseLeavers } from './commands.ts';

/** Erases every hour who is due. */
export function leavingTask(maps: readonly PersonalDataMap[]): Task {
  return {
    name: 'people-erase-leavers',
    cron: '35 * * * *',
    run: (_payload, { db, clock }) => eraseLeavers(db, maps, clock()),
  };
}
