// What the production bundle offers to bin/start.ts.
export { listDemonstrationPeople } from './demonstration/people-to-be.ts';
export { start } from './main.ts';
