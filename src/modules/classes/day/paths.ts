import { pathTo } from '../../../platform/addresses/path-to.ts';

/** The addresses of a day of a class: `:id` is the session; of what is learned, the child. */
export const dayPaths = {
  /** Who is here, who may fetch whom, what there is to eat. */
  day: pathTo('/classes/sessions/:id/day'),
  /** Where phones send what was pressed. */
  log: pathTo('/classes/sessions/:id/day/log'),
  /** On paper, for when nothing else works. */
  sheet: pathTo('/classes/sessions/:id/day/sheet'),
  snacks: pathTo('/classes/sessions/:id/day/snacks'),
  snackRemoval: pathTo('/classes/sessions/:id/day/snacks/removal'),
  incidents: pathTo('/classes/sessions/:id/incidents'),
  incident: pathTo('/classes/sessions/:id/incidents/:incidentId'),
  incidentTold: pathTo('/classes/sessions/:id/incidents/:incidentId/told'),
  incidentClosing: pathTo('/classes/sessions/:id/incidents/:incidentId/closing'),
  /** What a child did on a day, and what the family is told. */
  record: pathTo('/classes/sessions/:id/records/:childId'),
  /** For the family: `:id` is the child. */
  learning: pathTo('/children/:id/learning'),
  schoolPaper: pathTo('/children/:id/learning/school.pdf'),
} as const;
