import type { RecordActs } from '../../platform/rights/data-of.ts';

/** Of which of its acts whoever they are about is told, and of which not. */
export const recordActs: RecordActs = {
  told: [],
  withheld: [
    'safety.helpline.hidden_or_shown',
    'safety.helpline.kept',
    'safety.helpline.removed',
    'safety.helpline.verified',
  ],
};
