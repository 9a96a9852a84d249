import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'events.answers.given',
    'events.answers.read',
    'events.door.pressed',
    'events.door.read',
    'events.helper.added',
    'events.helper.ended',
    'events.registration.asked',
    'events.registration.proved',
    'events.registration.seated',
    'events.registration.passed',
    'events.registration.put_back',
    'events.registration.cancelled',
    'events.registration.changed',
    'events.registration.viewed',
    'events.registrations.viewed',
    'events.registrations.printed',
  ],
  // What the organization does with what it holds is nobody's record.
  withheld: [
    'events.event.begun',
    'events.event.cancelled',
    'events.event.changed',
    'events.event.closed',
    'events.event.dated',
    'events.event.drafted',
    'events.event.postponed',
    'events.event.published',
    'events.event.reopened',
    'events.event.reported',
    'events.event.sent_back',
    'events.report.told',
    'events.event.submitted',
  ],
};
