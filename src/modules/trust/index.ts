export { raiseConcern } from './concerns/commands.ts';
export { personsKeptApart } from './restrictions/store.ts';
export { approvedVolunteerIds, isApprovedVolunteer } from './standing/store.ts';
export * from './types.ts';
