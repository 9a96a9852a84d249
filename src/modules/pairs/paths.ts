import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const pairsPaths = {
  /** One's own application, and what it has become. */
  own: pathTo('/pairs'),
  apply: pathTo('/pairs/apply'),
  /** Whom one has met, and would like to meet for half a year. */
  wishes: pathTo('/pairs/wishes'),
  pair: pathTo('/pairs/:id'),
  checkIn: pathTo('/pairs/:id/check-in'),
  conversation: pathTo('/pairs/:id/conversation'),
  deskApplications: pathTo('/desk/pairs/applications'),
  deskApplication: pathTo('/desk/pairs/applications/:id'),
  deskRounds: pathTo('/desk/pairs/rounds'),
  deskNewRound: pathTo('/desk/pairs/rounds/new'),
  deskRound: pathTo('/desk/pairs/rounds/:id'),
  deskRoundResident: pathTo('/desk/pairs/rounds/:id/residents/:resident'),
  deskPairs: pathTo('/desk/pairs'),
  deskPair: pathTo('/desk/pairs/:id'),
};
