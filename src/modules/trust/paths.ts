import { pathTo } from '../../platform/addresses/path-to.ts';

/** The addresses of this module. */
export const trustPaths = {
  applications: pathTo('/trust/applications'),
  /** Who was checked before they come near children, and who may know. */
  clearances: pathTo('/trust/clearances'),
  clearanceChecks: pathTo('/trust/clearances/checks'),
  clearanceKeepers: pathTo('/trust/clearances/keepers'),
  clearanceKeeperEnd: pathTo('/trust/clearances/keepers/:id/ending'),
  concerns: pathTo('/trust/concerns'),
  concern: pathTo('/trust/concerns/:id'),
  personConversation: pathTo('/trust/people/:id/conversation'),
  policy: pathTo('/trust/policy'),
  volunteeringConversation: pathTo('/volunteering/conversation'),
  volunteeringInterview: pathTo('/volunteering/interview.ics'),
  volunteeringInterviewTimes: pathTo('/volunteering/interview-times'),
  volunteeringInterviewChanges: pathTo('/volunteering/interview-changes'),
  volunteeringLeaving: pathTo('/volunteering/leaving'),
  volunteeringPledge: pathTo('/volunteering/pledge'),
  volunteeringResumption: pathTo('/volunteering/resumption'),
};
