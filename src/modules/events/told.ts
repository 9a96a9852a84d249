import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [
    'events.registration.asked',
    'events.registration.proved',
    'events.registration.seated',
    'events.registration.passed',
    'events.registration.cancelled',
    'events.registration.changed',
  ],
  // What the organization does with what it holds is nobody's record.
  withheld: [
    'events.event.begun',
    'events.event.closed',
    'events.event.drafted',
    'events.event.reopened',
    'events.event.reported',
  ],
};
