import { pathTo } from '../../../platform/addresses/path-to.ts';

/** The addresses of what families say of their children. `:id` is the child, of an enrolment the course, of readings the session. */
export const childrenPaths = {
  mine: pathTo('/children'),
  one: pathTo('/children/:id'),
  enrolment: pathTo('/classes/:id/enrolment'),
  /** For a child of whom everything was said already. */
  siblings: pathTo('/classes/:id/enrolments'),
  details: pathTo('/children/:id/details'),
  family: pathTo('/children/:id/family'),
  photos: pathTo('/children/:id/photos'),
  health: pathTo('/children/:id/health'),
  noHealth: pathTo('/children/:id/health/nothing'),
  healthWithdrawal: pathTo('/children/:id/health/withdrawal'),
  fetchers: pathTo('/children/:id/fetchers'),
  fetcherWithdrawal: pathTo('/children/:id/fetchers/withdrawal'),
  absences: pathTo('/children/:id/absences'),
  seats: pathTo('/children/:id/seats'),
  returns: pathTo('/children/:id/returns'),
  leaving: pathTo('/children/:id/leaving'),
  /** From a mail, without signing in: a sealed link to one child’s seat on one day. */
  absence: pathTo('/absences/:token'),
  /** What a tutor reads before a session. */
  readings: pathTo('/classes/sessions/:id/health'),
  desk: pathTo('/desk/children/:id'),
  bars: pathTo('/desk/children/:id/bars'),
  barEnd: pathTo('/desk/children/:id/bars/end'),
  guardians: pathTo('/desk/children/:id/guardians'),
  sight: pathTo('/desk/children/:id/sight'),
  looked: pathTo('/desk/children/:id/custody'),
} as const;
