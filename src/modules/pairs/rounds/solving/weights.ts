import {
  type FitWeights,
  type UrgencyWeights,
  urgencyWeights202611,
  weights202611,
} from '../../../../matching/index.ts';

/** Every version of what makes one pair better than another, the newest first. A round says by which it was held. */
export const WEIGHTS: readonly FitWeights[] = [weights202611];

/** How urgent waiting makes somebody; the same in every round. */
export const URGENCY: UrgencyWeights = urgencyWeights202611;

/** @throws for a version that is not ours: forms offer none */
export function weightsOf(version: string): FitWeights {
  const found = WEIGHTS.find((weights) => weights.version === version);
  if (!found) throw new Error(`there are no weights ${version}`);
  return found;
}
