import type { Reason, Resident, Volunteer } from '../../people/party.ts';
import type { FitWeights } from '../weights.ts';

/** How much of a factor's points a pair earns, in thousandths (0 to 1000, an integer), and why. */
export interface FactorShare {
  share: number;
  reason: Reason;
}

/** One thing that makes a possible pair better or worse. Both are known to keep every hard condition. */
export type Factor = (resident: Resident, volunteer: Volunteer, weights: FitWeights) => FactorShare;
