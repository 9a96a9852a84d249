import type { Task } from '../../../platform/jobs/task.ts';
import { listMaps } from '../../../platform/personal-data-map.ts';
import type { PeopleServices } from '../services.ts';
import { eraseLeavers } from './commands.ts';

/** Erases every hour who is due. */
export function leavingTask({ modules = [] }: PeopleServices): Task {
  return {
    name: 'people-erase-leavers',
    cron: '35 * * * *',
    run: (_payload, { db, clock }) => eraseLeavers(db, listMaps(modules), clock()),
  };
}
