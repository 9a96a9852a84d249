import { pathTo } from './path-to.ts';

/** The addresses to which rooms lead that stand below their module. */
export const housePaths = {
  desk: pathTo('/desk'),
  helpNow: pathTo('/help-now'),
  keptForm: pathTo('/kept-forms/:token'),
  me: pathTo('/me'),
  person: pathTo('/people/:id'),
  personRequestsNew: pathTo('/people/:id/requests/new'),
  settings: pathTo('/settings'),
  staffActs: pathTo('/staff-acts'),
  start: pathTo('/start'),
  thing: pathTo('/things/:kind/:id'),
  trustPerson: pathTo('/trust/people/:id'),
  volunteering: pathTo('/volunteering'),
  volunteeringApplication: pathTo('/volunteering/application'),
  welcome: pathTo('/welcome'),
};
