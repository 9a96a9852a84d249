import { defineEvents } from '../../platform/events/define.ts';

export const trustEvents = defineEvents({
  'trust.application.submitted': ['applicationId', 'personId'],
  'trust.application.declined': ['applicationId', 'personId'],
  'trust.application.withdrawn': ['applicationId?', 'personId'],
  'trust.interview.scheduled': ['interviewId', 'personId'],
  'trust.volunteer.approved': ['applicationId', 'personId'],
  'trust.volunteer.restricted': ['personId'],
  'trust.volunteer.left': ['applicationId?', 'personId'],
  'trust.renewal.due': ['personId', 'subject'],
  // Whose check before classes ends soon.
  'trust.clearance.due': ['aboutPersonId'],
  'trust.person.suspended': ['personId'],
  'trust.people.kept_apart': ['personId', 'otherId'],
  // The one whom it is about and the one who raised it, where it is about somebody and somebody did.
  'trust.concern.raised': ['concernId', 'aboutPersonId?', 'byPersonId?'],
  'trust.concern.closed': ['concernId', 'objectKind', 'objectId'],
});
export const { publish } = trustEvents;
