import { defineEvents } from '../../platform/events/define.ts';

const EVENT = ['eventId', 'byPersonId?'] as const;
const REGISTRATION = ['registrationId', 'eventId', 'personId?', 'byPersonId?'] as const;

/** What happens with what the organization holds, and with the seats there. */
export const eventsEvents = defineEvents({
  'events.event.submitted': EVENT,
  'events.event.sent_back': EVENT,
  'events.event.published': EVENT,
  'events.event.changed': EVENT,
  'events.event.postponed': EVENT,
  'events.event.dated': EVENT,
  'events.event.cancelled': EVENT,
  'events.event.over': EVENT,
  'events.door.pressed': EVENT,
  'events.registration.seated': REGISTRATION,
  'events.registration.waits': REGISTRATION,
  'events.registration.offered': REGISTRATION,
  'events.registration.passed': REGISTRATION,
  'events.registration.cancelled': REGISTRATION,
});
export const { publish } = eventsEvents;
