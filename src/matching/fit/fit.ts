import type { Reason, Resident, Volunteer } from '../people/party.ts';
import { commonTime } from './factors/common-time.ts';
import { distance } from './factors/distance.ts';
import { experience } from './factors/experience.ts';
import type { Factor } from './factors/factor.ts';
import { family } from './factors/family.ts';
import { interests } from './factors/interests.ts';
import { language } from './factors/language.ts';
import { load } from './factors/load.ts';
import { purposes } from './factors/purposes.ts';
import { type FactorName, type FitWeights, factorNames } from './weights.ts';

const factors: Readonly<Record<FactorName, Factor>> = {
  distance,
  common_time: commonTime,
  language,
  purposes,
  interests,
  family,
  experience,
  load,
};

/** What one factor gave to a fit: points earned, points it can give at most, and why. */
export interface FitPart {
  factor: FactorName;
  points: number;
  most: number;
  reason: Reason;
}

/** How well two people who may be a pair fit: an integer from 0 to 1000, with one part for every factor. */
export interface Fit {
  total: number;
  parts: readonly FitPart[];
}

/** Explains the fit of two who keep every condition; the total is exactly the sum of its parts. */
export function fitOf(resident: Resident, volunteer: Volunteer, weights: FitWeights): Fit {
  const parts = factorNames.map((factor): FitPart => {
    const { share, reason } = factors[factor](resident, volunteer, weights);
    const most = weights.points[factor];
    return { factor, points: pointsOf(share, most), most, reason };
  });
  return { total: parts.reduce((sum, part) => sum + part.points, 0), parts };
}

/** The same total as `fitOf` without keeping the parts, for the many candidates of a round. */
export function fitTotal(resident: Resident, volunteer: Volunteer, weights: FitWeights): number {
  let total = 0;
  for (const factor of factorNames) {
    const most = weights.points[factor];
    if (most > 0) total += pointsOf(factors[factor](resident, volunteer, weights).share, most);
  }
  return total;
}

/** The points that a share in thousandths gives. */
export function pointsOf(share: number, most: number): number {
  return Math.round((share * most) / 1000);
}
