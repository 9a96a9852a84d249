export { findAvailability } from './availability/store.ts';
export { listLanguages } from './languages/store.ts';
export {
  createPerson,
  endAccess,
  registerPerson,
  restoreAccess,
  type WholePerson,
} from './persons/commands.ts';
export { findByEmail, findPerson, findPersons } from './persons/store.ts';
export { endRole, grantRole, type RoleAct } from './roles/commands.ts';
export { type ActingPerson, findActor, holdsRole, listPersonIdsWithRole, listRoles } from './roles/store.ts';
export { callName, dayInJapan } from './rules.ts';
export * from './types.ts';
export {
  type DispatchProfile,
  levelOfJapanese,
  placeOf,
  toAbilities,
  toCalendar,
  toDispatchGender,
  toDispatchProfile,
} from './volunteers/dispatch.ts';
export { type DayWindow, listVolunteerProfiles, type VolunteerProfile } from './volunteers/store.ts';
