import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = { told: [], withheld: [] };
