import { defineEvents } from '../../../platform/events/define.ts';

const ON_DAY = ['sessionId', 'byPersonId?'] as const;
const CHILD = [...ON_DAY, 'childId'] as const;
const INCIDENT = [...ON_DAY, 'incidentId', 'childId?'] as const;

/** What happens on the day of a class. */
export const dayEvents = defineEvents({
  'classes.door.pressed': ON_DAY,
  /** To somebody who is on no list, or only on an older one that a phone still had. */
  'classes.child.handed_over_unlisted': CHILD,
  'classes.child.not_fetched': CHILD,
  'classes.incident.reported': INCIDENT,
  'classes.record.written': CHILD,
});
export const { publish } = dayEvents;
