export { endPausesOn, findAvailability } from './availability/store.ts';
export {
  endCalendar,
  findCalendarOwner,
  findCalendarToken,
  renewCalendar,
} from './calendar/store.ts';
export { compose, composing } from './composing/compose.ts';
export { Composer, composed, LanguagesRead } from './composing/composer.tsx';
export { findReaders, type Reader } from './composing/readers.ts';
export { readyWords } from './composing/ready.ts';
export { PersonFacts } from './directory/person-views.tsx';
export { findIdsByName } from './directory/store.ts';
export { findWholeRecord, type WholeRecord } from './directory/whole-person.ts';
export { peopleEvents } from './events.ts';
export { addMember } from './household/commands.ts';
export { findHouseholdIds, listHousehold } from './household/store.ts';
export { FIRST_LANGUAGES, LANGUAGES, languageName, plainLanguageName } from './languages/known.ts';
export { listLanguages } from './languages/store.ts';
export { KeptTable } from './leaving/kept-views.tsx';
export { findLeaving } from './leaving/store.ts';
export { LeavingNotice } from './leaving/views.tsx';
export { type Kept, listKept } from './leaving/what-stays.ts';
export {
  countAlike,
  listChildAges,
  listMeetingProfiles,
  type MeetingProfile,
  type Traits,
} from './meeting/store.ts';
export { peopleMessages } from './messages.ts';
export { peopleModule } from './module.ts';
export { callName, type Named, nameFor, type ShownName } from './naming.tsx';
export { proposeStaffAct, recordStaffAct } from './offices/commands.ts';
export { proposeRemoval } from './offices/propose-removal.ts';
export {
  endOfWaiting,
  isAlone,
  isDueAlone,
  isOver,
  isStaffRole,
  mayDecide,
  maySee,
  type StaffAct,
} from './offices/rules.ts';
export {
  endTwins,
  isStaff,
  listOfficeHolders,
  listVisibleStaffActs,
  listWaitingStaffActs,
  lockStaffAct,
  markDecided,
} from './offices/store.ts';
export { peoplePaths } from './paths.ts';
export {
  createPerson,
  endAccess,
  registerPerson,
  restoreAccess,
  type WholePerson,
} from './persons/commands.ts';
export {
  findByEmail,
  findPerson,
  findPersonId,
  findPersons,
  foldNamesAnew,
  hasPhone,
  isAnybodyThere,
  isByPhoneOnly,
  namesOf,
  type Speech,
  speechOf,
  wardAndLanguageOf,
} from './persons/store.ts';
export { choosePlace, findArea, findAreas, isWithin, refusePostcode } from './place/rules.ts';
export {
  listMunicipalityChoices,
  municipalityName,
  municipalityWords,
  placeLinesOf,
  placeNameOf,
  placeWordsOf,
} from './place/views.tsx';
export { findPortraitAddress } from './portrait/address.ts';
export { AskForPhone } from './profile/ask-for-phone.tsx';
export { findReach } from './profile/store.ts';
export { endRole, grantRole, type RoleAct } from './roles/commands.ts';
export { appointAdministrator, letAdministratorIn } from './roles/first-administrator.ts';
export { officeLeftEmpty } from './roles/last-one.ts';
export {
  type ActingPerson,
  findActor,
  holdsRole,
  isCoordinatorOn,
  listAdministrators,
  listCoordinators,
  listPersonIdsWithRole,
  listRoles,
} from './roles/store.ts';
export { dayInJapan } from './rules.ts';
export type { PeopleServices } from './services.ts';
export type { SharedProfile } from './sharing/rules.ts';
export { findSharedProfile, replaceSharedFields } from './sharing/store.ts';
export { SharedProfileCard } from './sharing/views.tsx';
export * from './types.ts';
export {
  type DispatchProfile,
  placeOf,
  toAbilities,
  toCalendar,
  toDispatchGender,
  toDispatchProfile,
} from './volunteers/dispatch.ts';
export {
  type DayWindow,
  listVolunteerProfiles,
  type VolunteerProfile,
} from './volunteers/store.ts';
export { welcomeByName } from './welcome/commands.ts';
export { nameForm } from './welcome/views.tsx';
