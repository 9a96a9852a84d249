export { dispatchTasks } from './jobs.ts';
export { followChanges, followChangesIn } from './keep-true.ts';
export { dispatchPersonalData } from './personal-data.ts';
export { findFitting, MOST_PROPOSED } from './propose.ts';
export type { Moment, Volunteers } from './volunteers.ts';
