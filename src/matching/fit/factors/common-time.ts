import { commonDays, commonMinutes } from '../../people/week.ts';
import type { FitWeights } from '../weights.ts';
import type { Factor } from './factor.ts';

/**
 * Two hours a week are needed; up to plenty, more common time makes it easier to find a moment every week.
 */
export const commonTime: Factor = (resident, volunteer, weights) => {
  const minutes = commonMinutes(resident.weekly, volunteer.weekly);
  const share = shareOfMinutes(minutes, weights);
  const days = commonDays(resident.weekly, volunteer.weekly).map(String);
  return { share, reason: { code: 'common_time', params: { hours: minutes / 60, days } } };
};

/** The share of so many minutes a week. */
export function shareOfMinutes(minutes: number, { limits, plentyMinutes }: FitWeights): number {
  const spare = Math.min(minutes, plentyMinutes) - limits.commonMinutes;
  return Math.round((1000 * Math.max(0, spare)) / (plentyMinutes - limits.commonMinutes));
}
