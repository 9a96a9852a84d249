/** Classes of fees; why somebody is in one is never asked or kept. */
export const REDUCTIONS = ['full', 'evacuee', 'burden', 'student', 'individual'] as const;
export type Reduction = (typeof REDUCTIONS)[number];
