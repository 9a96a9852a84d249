import { pathTo } from './path-to.ts';

/** The addresses to which rooms lead that stand below their module. */
export const housePaths = {
  about: pathTo('/about'),
  consultationsNew: pathTo('/consultations/new'),
  /** What somebody has written elsewhere, taken along by their own press. */
  consultationsTaking: pathTo('/consultations/taking'),
  desk: pathTo('/desk'),
  /** Whether readings stand above the kanji of Japanese. */
  furigana: pathTo('/furigana'),
  /** Where a coordinator begins a guide: `?kind=` of help. */
  deskGuideNew: pathTo('/desk/guides/new'),
  helpNow: pathTo('/help-now'),
  keptForm: pathTo('/kept-forms/:token'),
  me: pathTo('/me'),
  /** Offices and advice lines outside of us. */
  offices: pathTo('/guides/offices'),
  person: pathTo('/people/:id'),
  personRequestsNew: pathTo('/people/:id/requests/new'),
  /** What each program is, and one of them. */
  programs: pathTo('/programs'),
  program: pathTo('/programs/:program'),
  settings: pathTo('/settings'),
  staffActs: pathTo('/staff-acts'),
  start: pathTo('/start'),
  thing: pathTo('/things/:kind/:id'),
  trustPerson: pathTo('/trust/people/:id'),
  volunteering: pathTo('/volunteering'),
  volunteeringApplication: pathTo('/volunteering/application'),
  welcome: pathTo('/welcome'),
};
