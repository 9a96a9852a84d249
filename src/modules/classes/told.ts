import type { RecordActs } from '../../platform/rights/data-of.ts';
import { childrenActs } from './children/told.ts';

/** Of which of its acts whoever they are about is told. */
export const recordActs: RecordActs = {
  told: [...childrenActs.told],
  withheld: [...childrenActs.withheld],
};
