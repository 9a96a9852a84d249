import { defineEvents } from '../../../platform/events/define.ts';

const CHILD = ['childId', 'byPersonId?'] as const;

/** What families say that others have to know of, and what they are reminded of. */
export const childrenEvents = defineEvents({
  'classes.fetcher.named': CHILD,
  'classes.place.hidden': CHILD,
  'classes.child.incomplete': ['childId', 'sessionId'],
  'classes.class.near': ['seatId', 'childId', 'sessionId'],
});
export const { publish } = childrenEvents;
