import type { PairsReduction } from '../../../platform/database/generated.ts';

/** Classes of fees; why somebody is in one is never asked or kept. */
export const REDUCTIONS = [
  'full',
  'evacuee',
  'burden',
  'student',
  'individual',
] as const satisfies readonly PairsReduction[];
export type Reduction = PairsReduction;
