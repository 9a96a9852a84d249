import type { RecordActs } from '../../platform/rights/data-of.ts';

/**
 * Of which of its acts whoever they are about is told. What is asked and answered before both have said yes is withheld: the
 * record would tell of a proposal that nobody else may tell of, or whose no it was.
 */
export const recordActs: RecordActs = {
  told: [
    'pairs.application.accepted',
    'pairs.application.declined',
    'pairs.application.submitted',
    'pairs.application.viewed',
    'pairs.application.withdrawn',
    'pairs.applications.viewed',
    'pairs.consents.changed',
    'pairs.fee.changed',
    'pairs.fee.paid',
    'pairs.interview.chosen',
    'pairs.terms.signed',
    'pairs.application.changed',
    'pairs.application.paused',
    'pairs.application.resumed',
    'pairs.application.still_wished',
    'pairs.introduction.set',
    'pairs.pair.activity_changed',
    'pairs.pair.activity_recorded',
    'pairs.pair.checked_in',
    'pairs.pair.closed',
    'pairs.pair.ended',
    'pairs.pair.looked_at',
    'pairs.pair.paused',
    'pairs.pair.resumed',
    'pairs.pair.viewed',
    'pairs.round.resident_viewed',
    'pairs.round.viewed',
  ],
  withheld: [
    'pairs.interview.recorded',
    'pairs.contact.given',
    'pairs.contact.taken_back',
    'pairs.pair.agreed',
    'pairs.pair.expected',
    'pairs.proposal.viewed',
    'pairs.report.sent',
    'pairs.round.begun',
    'pairs.round.decided',
    'pairs.round.discarded',
    'pairs.round.published',
    'pairs.round.solving_asked',
    'pairs.round.solving_stopped',
    'pairs.rounds.viewed',
  ],
};
