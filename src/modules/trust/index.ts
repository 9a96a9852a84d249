export { applyToVolunteer, approve, decline, leaveVolunteering } from './applications/commands.ts';
export { assessConcern, closeConcern, raiseConcern } from './concerns/commands.ts';
export { hasOpenConcern } from './concerns/store/concerns.ts';
export { countOpenConcernsWith, listConcernsWith } from './concerns/store/lists.ts';
export { trustEvents } from './events.ts';
export { recordInsurance } from './insurance/commands.ts';
export { recordInterview, scheduleInterview } from './interviews/commands.ts';
export { trustModule, trustModuleWith } from './module.ts';
export { trustPaths } from './paths.ts';
export {
  keepApart,
  liftRestriction,
  pauseVolunteer,
  restrictVolunteer,
  suspendPerson,
} from './restrictions/commands.ts';
export {
  areKeptApart,
  isSuspended,
  listKeptApart,
  listRestrictionsInForce,
  personsKeptApart,
} from './restrictions/store.ts';
export { mayWriteAboutIt } from './rules.ts';
export type { Rest } from './standing/rules.ts';
export {
  approvalHolderIds,
  approvedCount,
  approvedForIds,
  approvedVolunteerIds,
  availableByMunicipality,
  findStanding,
  hadTrainingBy,
  isApprovedFor,
  isApprovedVolunteer,
  listApprovalHolderIds,
  mayBeAsked,
  restOf,
} from './standing/store.ts';
export { recordCheck, recordTraining, takePledge } from './steps/commands.ts';
export * from './types.ts';
