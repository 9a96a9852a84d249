import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [
    'pairs.application.changed',
    'pairs.application.paused',
    'pairs.application.resumed',
    'pairs.application.still_wished',
    'pairs.pair.activity_changed',
    'pairs.pair.activity_recorded',
    'pairs.pair.agreed',
    'pairs.pair.checked_in',
    'pairs.pair.closed',
    'pairs.pair.ended',
    'pairs.pair.expected',
    'pairs.pair.paused',
    'pairs.pair.resumed',
    'pairs.pair.viewed',
  ],
  withheld: [],
};
