import { defineEvents } from '../../platform/events/define.ts';

const CALL = ['callId', 'residentId', 'volunteerId', 'byPersonId?'] as const;

/** What happens among those who will be alone and those who have time. */
export const seasonEvents = defineEvents({
  'season.alone.said': ['aloneId', 'byPersonId'],
  'season.call.arranged': CALL,
  'season.call.called': CALL,
  'season.call.missed': CALL,
  'season.call.called_off': CALL,
});
export const { publish } = seasonEvents;
