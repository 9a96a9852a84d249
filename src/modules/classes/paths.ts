import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const classesPaths = {
  /** Courses that families can choose from. */
  classes: pathTo('/classes'),
  /** The days for which somebody was asked to teach or help. */
  teaching: pathTo('/classes/teaching'),
  teachingYes: pathTo('/classes/teaching/:id/yes'),
  teachingNo: pathTo('/classes/teaching/:id/no'),
  /** What coordinators do. */
  deskClasses: pathTo('/desk/classes'),
  deskFigures: pathTo('/desk/classes/figures'),
  deskCourseNew: pathTo('/desk/classes/new'),
  /** A family that has asked for a place. */
  deskInvitation: pathTo('/desk/classes/enrolments/:id/invitation'),
  deskEnrolment: pathTo('/desk/classes/enrolments/:id/enrolment'),
  deskDecline: pathTo('/desk/classes/enrolments/:id/decline'),
  deskCourse: pathTo('/desk/classes/:id'),
  deskCourseWords: pathTo('/desk/classes/:id/words'),
  deskSession: pathTo('/desk/classes/sessions/:id'),
  deskAsk: pathTo('/desk/classes/sessions/:id/asking'),
} as const;
