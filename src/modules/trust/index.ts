export {
  applyToVolunteer,
  approve,
  decline,
  leaveVolunteering,
} from './applications/commands.ts';
export { assessConcern, closeConcern, raiseConcern } from './concerns/commands.ts';
export { recordInsurance } from './insurance/commands.ts';
export { recordInterview, scheduleInterview } from './interviews/commands.ts';
export { trustModule } from './module.ts';
export { personalData } from './personal-data.ts';
export { changePolicy } from './policy/commands.ts';
export {
  keepApart,
  liftRestriction,
  pauseVolunteer,
  restrictVolunteer,
  suspendPerson,
} from './restrictions/commands.ts';
export { listLimits, personsKeptApart } from './restrictions/store.ts';
export { approvedVolunteerIds, findStanding, findStandings, isApprovedVolunteer } from './standing/store.ts';
export { recordCheck, recordTraining, takePledge } from './steps/commands.ts';
export * from './types.ts';
