import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [],
  withheld: ['slots.hours.changed', 'slots.time.taken_back', 'slots.times.offered'],
};
