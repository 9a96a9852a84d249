import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [
    'trust.application.declined',
    'trust.application.submitted',
    'trust.applications.viewed',
    'trust.check.recorded',
    'trust.clearance_keeper.ended',
    'trust.clearance_keeper.named',
    'trust.clearances.viewed',
    'trust.insurance.recorded',
    'trust.interview.chosen',
    'trust.interview.scheduled',
    'trust.person.viewed',
    'trust.pledge.taken',
    'trust.training.recorded',
    'trust.volunteer.approved',
    'trust.volunteer.left',
    'trust.volunteer.resumed',
  ],
  withheld: [
    'trust.concern.assessed',
    'trust.concern.closed',
    'trust.concern.viewed',
    'trust.concerns.viewed',
    'trust.interview.recorded',
    'trust.policy.changed',
    'trust.restriction.lifted',
    'trust.restriction.set',
  ],
};
