import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const pairsPaths = {
  /** One's own application, and what it has become. */
  own: pathTo('/pairs'),
  /** Whom one has met, and would like to meet for half a year. */
  wishes: pathTo('/pairs/wishes'),
  /** The application of one of two who both wish it. */
  wishApplication: pathTo('/pairs/wishes/:id/application'),
  apply: pathTo('/pairs/apply/:side'),
  applySummary: pathTo('/pairs/apply/:side/summary'),
  applyRemoval: pathTo('/pairs/apply/:side/removal'),
  /** What one applied with, to be changed. */
  changesOfResident: pathTo('/pairs/changes/resident'),
  changesOfVolunteer: pathTo('/pairs/changes/volunteer'),
  interviewTimes: pathTo('/pairs/interview-times'),
  interviewCalendar: pathTo('/pairs/interview.ics'),
  terms: pathTo('/pairs/terms'),
  fees: pathTo('/pairs/fees'),
  consents: pathTo('/pairs/consents'),
  withdrawal: pathTo('/pairs/withdrawal'),
  poolPause: pathTo('/pairs/pool-pause'),
  poolReturn: pathTo('/pairs/pool-return'),
  stillWish: pathTo('/pairs/still-wish'),
  opening: pathTo('/pairs/opening'),
  /** How lonely one is before any pair. */
  lonelinessBefore: pathTo('/pairs/loneliness'),
  lonelinessBeforeRefusals: pathTo('/pairs/loneliness/refusals'),
  /** With the coordinators, about one's own application or pair. */
  ownConversation: pathTo('/pairs/coordinators/conversation'),
  pair: pathTo('/pairs/:id'),
  checkIn: pathTo('/pairs/:id/check-in'),
  closing: pathTo('/pairs/:id/closing'),
  /** The same while it is a proposal: looking at it is withheld from the other's record. */
  proposal: pathTo('/pairs/:id/proposal'),
  expectations: pathTo('/pairs/:id/expectations'),
  introductionCalendar: pathTo('/pairs/:id/introduction.ics'),
  certificate: pathTo('/pairs/:id/certificate.pdf'),
  certificateByCode: pathTo('/pairs/certificates/:code'),
  loneliness: pathTo('/pairs/:id/loneliness'),
  lonelinessRefusals: pathTo('/pairs/:id/loneliness/refusals'),
  conversation: pathTo('/pairs/:id/conversation'),
  settings: pathTo('/settings/pairs'),
  settingsFees: pathTo('/settings/pairs-fees'),
  settingsTerms: pathTo('/settings/pairs-terms/:side'),
  deskApplications: pathTo('/desk/pairs/applications'),
  deskApplication: pathTo('/desk/pairs/applications/:id'),
  /** For somebody on the telephone. */
  deskApply: pathTo('/desk/pairs/people/:id/:side'),
  /** Who both wish for half a year with each other, and were told. */
  deskWishes: pathTo('/desk/pairs/wishes'),
  deskWish: pathTo('/desk/pairs/wishes/:id'),
  deskConversation: pathTo('/desk/pairs/applicants/:id/conversation'),
  deskRounds: pathTo('/desk/pairs/rounds'),
  deskReplay: pathTo('/desk/pairs/rounds/replay'),
  deskNewRound: pathTo('/desk/pairs/rounds/new'),
  deskRound: pathTo('/desk/pairs/rounds/:id'),
  deskRoundResident: pathTo('/desk/pairs/rounds/:id/residents/:resident'),
  deskRoundWords: pathTo('/desk/pairs/rounds/:id/residents/:resident/words'),
  deskFigures: pathTo('/desk/pairs/figures'),
  deskPairs: pathTo('/desk/pairs'),
  deskPair: pathTo('/desk/pairs/:id'),
};
