import type { RecordActs } from '../../src/platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: ['walks.walk.joined', 'walks.walk.proposed', 'walks.walk.viewed'],
  withheld: [],
};
