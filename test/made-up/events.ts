import { defineEvents } from '../../src/platform/events/define.ts';

export const walkEvents = defineEvents({
  'walks.walk.proposed': ['walkId', 'byPersonId'],
  'walks.walk.joined': ['walkId', 'byPersonId'],
});
export const { publish } = walkEvents;
